import { type AdaptiveBufferState, MODES } from "../../engine/systems/backpressure/adaptive-buffer-state.ts";
import type { Mark } from "../../stage/mark.ts";
import { textWidth } from "../../stage/text-width.ts";
import { lineMark, ruleMark } from "../parts/chart.ts";
import { linearScale } from "../parts/scale.ts";
import { line } from "../parts/words.ts";
import { curveOf, type Sample } from "../strategies/curve.ts";
import { timeAxis, upwards, valueAxes } from "./axes.ts";
import { legend } from "./legend.ts";
import type { Measures } from "./measures.ts";
import { MODE_WORDS } from "./modes.ts";

/** p99 and how many jobs are held, over the time of the run, on bands that tell which mode ruled when. */
export function chart(state: AdaptiveBufferState, measures: Measures): Mark[] {
  const { chart: box, small } = measures;
  if (box === null) return [];
  const { time, charts, measured, lane, latencyLimit, bound } = state;
  const p99 = curveOf(charts.p99, time, measured.p99);
  const held = curveOf(charts.depth, time, lane.depth + lane.outside);
  // Above the lines the bands have room for their names.
  const inner = { ...box, top: box.top + small * 1.6 };
  const x = linearScale([0, Math.max(1, time)], [box.left, box.right]);
  const y = upwards(greatest(p99, latencyLimit * 1.2), inner, small);
  const jobs = upwards(greatest(held, bound), inner, small);
  const limit = y(latencyLimit);
  const lines = [
    { key: "jobs:line", samples: held, scale: jobs, style: "held" },
    { key: "p99:line", samples: p99, scale: y, style: "latency" },
  ];
  return [
    ...bands(state, x, box.top, box.bottom, small),
    ...legend(latencyLimit, measures),
    ...valueAxes(y, jobs, inner, small),
    ...timeAxis(x, time, inner, small),
    ruleMark("p99:level", { x: box.left, y: limit }, { x: box.right, y: limit }, "level"),
    ...lines
      .filter(({ samples }) => samples.length > 0)
      .map(({ key, samples, scale, style }) =>
        lineMark(
          key,
          samples.map((at) => ({ x: x(at.time), y: scale(at.value) })),
          style,
          false,
        ),
      ),
  ];
}

function greatest(samples: readonly Sample[], least: number): number {
  return samples.reduce((most, { value }) => Math.max(most, value), least);
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
