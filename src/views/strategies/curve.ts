import type { Series } from "../../engine/systems/series.ts";

/** A place on a chart's line: when, in ms, and how much. */
export interface Sample {
  readonly time: number;
  readonly value: number;
}

/**
 * The line through a series: the greatest value of each bucket in its middle, and the present value at the present.
 *
 * @param present the value at `time`; null when there is none yet
 */
export function curveOf({ width, buckets }: Series, time: number, present: number | null): readonly Sample[] {
  const samples: Sample[] = [];
  let place = 0;
  for (const bucket of buckets) {
    if (bucket !== null) samples.push({ time: Math.min(time, (place + 0.5) * width), value: bucket.max });
    place += 1;
  }
  if (present !== null) samples.push({ time, value: present });
  return samples;
}

/**
 * Places for labels that want to stand at `wanted`, in order from top to bottom, moved apart until each has `gap` px to the next and
 * none leaves the room.
 */
export function apart(
  wanted: readonly number[],
  gap: number,
  top: number,
  bottom: number,
): readonly number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0) || a - b);
  const places = [...wanted];
  let least = top;
  for (const i of order) {
    places[i] = Math.max(places[i] ?? 0, least);
    least = (places[i] ?? 0) + gap;
  }
  let most = bottom;
  for (const i of order.reverse()) {
    places[i] = Math.min(places[i] ?? 0, most);
    most = (places[i] ?? 0) - gap;
  }
  return places;
}
