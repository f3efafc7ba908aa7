import { grouped } from "../../engine/systems/grouped.ts";
import type { Bucket, LanesState, Series } from "../../engine/systems/lanes/lanes-state.ts";
import type { Mark } from "../../stage/mark.ts";
import { textWidth } from "../../stage/text-width.ts";
import type { Plot } from "../parts/chart.ts";
import { ruleMark } from "../parts/rule.ts";
import { linearScale, type Scale } from "../parts/scale.ts";
import { type Step, stepAreaMark, stepMark } from "../parts/steps.ts";
import { line } from "../parts/words.ts";
import type { Lanes } from "./lane.ts";
import type { Rect, Type } from "./places.ts";
import { ms } from "./time-words.ts";

/** How deep the queue was, and how long items took, over the whole run. */
export function charts({ state, places }: Lanes): Mark[] {
  const { type, charts: boxes } = places;
  const [first, second] = boxes;
  const { depth, p50, p99 } = state.charts;
  return [
    ...(first === undefined ? [] : depthChart(first, depth, state, type)),
    ...(second === undefined ? [] : latencyChart(second, p50, p99, state.time, type)),
  ];
}

function plotIn({ x, y, w, h }: Rect, widest: number, { small }: Type): Plot {
  return { left: x + widest + small * 0.5, top: y + small * 2.15, right: x + w, bottom: y + h - small * 1.5 };
}

/** The stretch of time on show grows by leaps, so that between two of them nothing has to move. */
function spanOf(time: number): number {
  const least = Math.max(20, time);
  const ten = 10 ** Math.floor(Math.log10(least));
  const leap = [1, 1.5, 2, 3, 4, 5, 6, 8, 10].find((times) => times * ten >= least) ?? 10;
  return leap * ten;
}

function stepsOf(
  series: Series,
  x: Scale,
  y: Scale,
  time: number,
  value: (bucket: Bucket) => number,
): Step[] {
  const steps: Step[] = [];
  let index = 0;
  for (const bucket of series.buckets) {
    const from = index * series.width;
    index += 1;
    if (bucket === null || from > time) continue;
    // The bucket that is still open reaches to the present.
    const to = Math.min(time, from + series.width);
    steps.push({ from: x(from), to: x(to), y: y(value(bucket)) });
  }
  return steps;
}

/** What is measured now and then, such as a percentile of the last second, holds until it is measured again. */
function held(steps: readonly Step[], until: number): Step[] {
  return steps.map((step, index) => ({ ...step, to: steps[index + 1]?.from ?? until }));
}

function depthChart(box: Rect, depth: Series, { queue, time }: LanesState, type: Type): Mark[] {
  const { capacity, size } = queue;
  const { small } = type;
  let deepest = size;
  for (const bucket of depth.buckets) deepest = Math.max(deepest, bucket?.max ?? 0);
  // A limit far above everything that happened would press the line flat.
  const inSight = deepest * 4 >= capacity || capacity <= 24;
  const most = inSight ? Math.max(capacity, deepest) : Math.max(4, deepest);
  const plot = plotIn(box, textWidth(grouped(most), { size: small, mono: true }), type);
  const x = linearScale([0, spanOf(time)], [plot.left, plot.right]);
  const y = linearScale([0, most], [plot.bottom, plot.top]);
  // The bucket that is still open may not be in the series; the present depth is known.
  const told = depth.buckets.length * depth.width;
  const now: Step[] = told < time ? [{ from: x(told), to: x(time), y: y(size) }] : [];
  const limit = `capacity ${grouped(capacity)}${inSight ? "" : ", far above"}`;
  return [
    ...title("depth", "queue depth", box, plot, type, limit, "write"),
    ...timeAxis("depth", plot, x, type),
    ...valueAxis("depth", plot, y, type, most),
    stepAreaMark(
      "depth:area",
      [...stepsOf(depth, x, y, time, ({ max }) => max), ...now],
      plot.bottom,
      "depth",
    ),
    stepMark("depth:line", [...stepsOf(depth, x, y, time, ({ max }) => max), ...now], "depth"),
    { key: "depth:now", kind: "circle", n: { x: x(time), y: y(size), r: small * 0.3 }, style: "dot accent" },
    ...(inSight
      ? [
          ruleMark(
            "capacity",
            { x: plot.left, y: y(capacity) },
            { x: plot.right, y: y(capacity) },
            "capacity",
          ),
        ]
      : []),
  ];
}

function latencyChart(box: Rect, p50: Series, p99: Series, time: number, type: Type): Mark[] {
  let longest = 0;
  for (const bucket of p99.buckets) longest = Math.max(longest, bucket?.max ?? 0);
  const ends = [0, Math.max(10, longest)] as const;
  const most = linearScale(ends, [0, 1], 3).domain[1];
  const plot = plotIn(box, textWidth(grouped(most), { size: type.small, mono: true }), type);
  const x = linearScale([0, spanOf(time)], [plot.left, plot.right]);
  const y = linearScale(ends, [plot.bottom, plot.top], 3);
  const [middle, high] = [p50, p99].map((series) =>
    held(
      stepsOf(series, x, y, time, ({ last }) => last),
      x(time),
    ),
  );
  return [
    ...title("latency", "latency, ms", box, plot, type, "", ""),
    ...key(box, type),
    ...timeAxis("latency", plot, x, type),
    ...valueAxis("latency", plot, y, type, most),
    stepMark("latency:p50", middle ?? [], "p50"),
    stepMark("latency:p99", high ?? [], "p99"),
  ];
}

/** Which line is which, with a piece of each. */
function key({ x, y, w }: Rect, { small }: Type): Mark[] {
  let right = x + w;
  return ["p99", "p50"].flatMap((name) => {
    const width = textWidth(name, { size: small });
    const from = right - width - small * 1.9;
    const marks = [
      ruleMark(
        `latency:${name}:key`,
        { x: from, y: y + small * 0.6 },
        { x: from + small * 1.5, y: y + small * 0.6 },
        `graph ${name}`,
      ),
      ...line({
        key: `latency:${name}:word`,
        text: name,
        x: right,
        y: y + small * 0.6,
        size: small,
        room: width + 1,
        style: "muted",
        anchor: "end",
      }),
    ];
    right = from - small * 0.8;
    return marks;
  });
}

function title(
  key: string,
  text: string,
  { x, y, w }: Rect,
  plot: Plot,
  { small }: Type,
  limit: string,
  style: string,
): Mark[] {
  const room = w * 0.48;
  return [
    ...line({ key: `${key}:title`, text, x, y: y + small * 0.6, size: small, room, style: "muted" }),
    ...line({
      key: `${key}:limit`,
      text: limit,
      x: plot.right,
      y: y + small * 0.6,
      size: small,
      room,
      style,
      anchor: "end",
    }),
    ruleMark(`${key}:floor`, { x: plot.left, y: plot.bottom }, { x: plot.right, y: plot.bottom }, "grid"),
  ];
}

function timeAxis(key: string, plot: Plot, x: Scale, { small }: Type): Mark[] {
  const span = x.domain[1];
  const width = textWidth(`${grouped(span)} ms`, { size: small, mono: true });
  const spaced = (count: number): readonly number[] => {
    const ticks = x.ticks(count);
    return count > 1 && x(ticks[1] ?? 0) - x(ticks[0] ?? 0) < width * 1.75 ? spaced(count - 1) : ticks;
  };
  const ticks = spaced(8);
  return ticks.flatMap((tick) => {
    const at = x(tick);
    const [first, last] = [tick === 0, at > plot.right - width / 2];
    return [
      ruleMark(`${key}:tick:${tick}`, { x: at, y: plot.bottom }, { x: at, y: plot.bottom + 3 }, "grid"),
      ...line({
        key: `${key}:tick:${tick}:text`,
        text: first ? "0" : ms(tick),
        x: at,
        y: plot.bottom + small * 0.95,
        size: small,
        room: width + 2,
        style: "mono muted",
        anchor: first ? "start" : last ? "end" : "middle",
      }),
    ];
  });
}

function valueAxis(key: string, plot: Plot, y: Scale, { small }: Type, most: number): Mark[] {
  const half = most / 2;
  const roomy = plot.bottom - plot.top >= small * 4.5 && Number.isInteger(half);
  return [0, ...(roomy ? [half] : []), most].flatMap((tick) => [
    ...(tick === half
      ? [
          ruleMark(
            `${key}:level:${tick}`,
            { x: plot.left, y: y(tick) },
            { x: plot.right, y: y(tick) },
            "grid",
          ),
        ]
      : []),
    ...line({
      key: `${key}:level:${tick}:text`,
      text: grouped(tick),
      x: plot.left - small * 0.5,
      y: y(tick),
      size: small,
      room: 80,
      style: "mono muted",
      anchor: "end",
    }),
  ]);
}
