import { type AdaptiveBufferState, MODES } from "../../engine/systems/backpressure/adaptive-buffer-state.ts";
import type { Mark } from "../../stage/mark.ts";
import { textWidth } from "../../stage/text-width.ts";
import { lineMark, ruleMark } from "../parts/chart.ts";
import { linearScale } from "../parts/scale.ts";
import { line } from "../parts/words.ts";
import { curveOf } from "../strategies/curve.ts";
import { duration } from "../strategies/names.ts";
import type { Measures } from "./measures.ts";
import { MODE_WORDS } from "./modes.ts";

/** p99 and how many jobs are held, over the time of the run, on bands that tell which mode ruled when. */
export function chart(state: AdaptiveBufferState, { chart: box, small, pad }: Measures): Mark[] {
  if (box === null) return [];
  const { time, charts, measured, lane, latencyLimit } = state;
  const held = lane.depth + lane.outside;
  const p99 = curveOf(charts.p99, time, measured.p99);
  const depth = curveOf(charts.depth, time, held);
  // Above the lines the bands have room for their names.
  const top = box.top + small * 1.6;
  const x = linearScale([0, Math.max(1, time)], [box.left, box.right]);
  const most = p99.reduce((most, { value }) => Math.max(most, value), latencyLimit * 1.2);
  const y = linearScale([0, most], [box.bottom, top]);
  const deepest = depth.reduce((most, { value }) => Math.max(most, value), state.bound);
  const jobs = linearScale([0, deepest], [box.bottom, top]);
  const limit = y(latencyLimit);
  const title = "p99 of the window";
  const other = `jobs held, at most ${deepest}`;
  const after = pad + textWidth(title, { size: small, bold: true }) + small * 1.4;
  return [
    ...bands(state, x, box.top, box.bottom, small),
    ...line({
      key: "p99:title",
      text: title,
      x: pad,
      y: box.top - small * 0.9,
      size: small,
      room: box.right - pad,
      style: "bold",
    }),
    ...line({
      key: "jobs:title",
      text: other,
      x: after,
      y: box.top - small * 0.9,
      size: small,
      room: box.right - after,
      style: "muted",
    }),
    ruleMark("floor", { x: box.left, y: box.bottom }, { x: box.right, y: box.bottom }, "grid"),
    ruleMark("p99:level", { x: box.left, y: limit }, { x: box.right, y: limit }, "level"),
    ...line({
      key: "p99:level:text",
      text: duration(latencyLimit),
      x: box.left - 6,
      y: limit,
      size: small,
      room: box.left - pad,
      style: "muted",
      anchor: "end",
    }),
    lineMark(
      "jobs:line",
      depth.map((at) => ({ x: x(at.time), y: jobs(at.value) })),
      "held",
      false,
    ),
    ...(p99.length === 0
      ? []
      : [
          lineMark(
            "p99:line",
            p99.map((at) => ({ x: x(at.time), y: y(at.value) })),
            "latency",
            false,
          ),
        ]),
    ...line({
      key: "end",
      text: duration(time),
      x: box.right,
      y: box.bottom + small * 0.95,
      size: small,
      room: 60,
      style: "mono muted",
      anchor: "end",
    }),
  ];
}

/** A band for each stretch of time in which one mode ruled, with its name where there is room. */
function bands(
  { charts, mode, time }: AdaptiveBufferState,
  x: (time: number) => number,
  top: number,
  bottom: number,
  size: number,
): Mark[] {
  const { width, buckets } = charts.mode;
  const now = MODES.indexOf(mode);
  const stretches: { readonly mode: number; readonly from: number; until: number }[] = [];
  const add = (ruling: number, from: number, until: number): void => {
    const last = stretches.at(-1);
    if (last !== undefined && last.mode === ruling) last.until = until;
    else if (until > from) stretches.push({ mode: ruling, from, until });
  };
  let place = 0;
  for (const bucket of buckets) {
    add(bucket?.last ?? 0, place * width, Math.min(time, (place + 1) * width));
    place += 1;
  }
  add(now, Math.min(time, place * width), time);
  return stretches.flatMap(({ mode: index, from, until }) => {
    const ruling = MODES[index] ?? "block";
    const w = x(until) - x(from);
    const name = MODE_WORDS[ruling].name;
    const fits = textWidth(name, { size, bold: true }) + 6 <= w;
    return [
      {
        key: `band:${from}`,
        kind: "rect" as const,
        n: { x: x(from), y: top, w, h: bottom - top },
        style: `band strategy-${ruling}`,
      },
      ...(fits
        ? line({
            key: `band:${from}:name`,
            text: name,
            x: x(from) + w / 2,
            y: top + size * 0.8,
            size,
            room: w,
            anchor: "middle",
            style: ruling === "block" ? "muted" : "bold",
          })
        : []),
    ];
  });
}
