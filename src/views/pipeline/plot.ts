import { scaleLinear } from "d3";
import { capital } from "../../engine/comparison/capital.ts";
import type { FailureChart, FailureState } from "../../engine/systems/failures/failure-state.ts";
import { grouped } from "../../engine/systems/grouped.ts";
import type { Mark } from "../../stage/mark.ts";
import type { Point } from "../../stage/place.ts";
import { textWidth } from "../../stage/text-width.ts";
import { areaMark, lineMark, type Plot, ruleMark } from "../parts/chart.ts";
import { line } from "../parts/words.ts";
import { measured } from "./measured.ts";

/** How much time a chart covers at least, and further steps, in s. */
const SPANS = [5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 300, 600, 1_200, 1_800, 3_600];

/** One line over time with its limit, and when the fault and the remedy were switched. */
export function plot(
  state: FailureState,
  chart: FailureChart,
  room: Plot,
  type: number,
  small: number,
): Mark[] {
  const { limit, id } = chart;
  const points = pointsOf(chart, state.time);
  const [low, high] = [Math.min(0, ...points.map(({ y }) => y)), Math.max(0, ...points.map(({ y }) => y))];
  const titleAt = room.top + small * 0.6;
  const box: Plot = {
    left: room.left + small * 3.4,
    right: room.right,
    top: room.top + small * 2.2,
    bottom: room.bottom - small * 1.6,
  };
  if (box.bottom - box.top < small * 2) return [];
  const count = Math.max(1, Math.min(3, Math.floor((box.bottom - box.top) / (small * 2.6))));
  const top = Math.max(high, limit?.high ?? 0, low === 0 && high === 0 ? 1 : 0);
  const y = scaleLinear().domain([low, top]).nice(count).range([box.bottom, box.top]);
  const span =
    (SPANS.find((seconds) => seconds * 1_000 >= state.time) ?? Math.ceil(state.time / 3_600_000) * 3_600) *
    1_000;
  const x = scaleLinear().domain([0, span]).range([box.left, box.right]);
  const places = points.map((point): Point => ({ x: x(point.x), y: y(point.y) }));
  const last = points.at(-1);
  const isBad =
    limit !== undefined &&
    last !== undefined &&
    (last.y > limit.high || last.y < (limit.low ?? Number.NEGATIVE_INFINITY));
  const now = last === undefined ? "" : measured(last.y, chart.unit);
  const nowWidth = textWidth(now, { size: small, bold: true });
  return [
    ...line({
      key: `${id}:title`,
      text: capital(chart.title),
      x: room.left,
      y: titleAt,
      size: small,
      room: room.right - room.left - nowWidth - small,
      style: "bold",
    }),
    ...line({
      key: `${id}:now`,
      text: now,
      x: room.right,
      y: titleAt,
      size: small,
      room: nowWidth + 1,
      style: `bold${isBad ? " bad" : ""}`,
      anchor: "end",
    }),
    ...spells(state, id, x, box),
    ...y
      .ticks(count)
      .filter((tick) => y(tick) >= box.top - 1)
      .flatMap((tick) => [
        ruleMark(`${id}:tick:${tick}`, { x: box.left, y: y(tick) }, { x: box.right, y: y(tick) }, "grid"),
        ...line({
          key: `${id}:tick:${tick}:text`,
          text: grouped(tick),
          x: box.left - 5,
          y: y(tick),
          size: small * 0.92,
          room: box.left - room.left - 5,
          style: "mono muted",
          anchor: "end",
        }),
      ]),
    ...(places.length > 1
      ? [
          areaMark(`${id}:area`, places, y(Math.max(low, 0)), "hue-1"),
          lineMark(`${id}:line`, places, "hue-1", false),
        ]
      : []),
    ...(limit === undefined ? [] : limits(id, limit, y, box, small, type)),
    ...(last === undefined
      ? []
      : [
          {
            key: `${id}:last`,
            kind: "circle" as const,
            n: { x: x(last.x), y: y(last.y), r: 3.5 },
            style: `dot${isBad ? " bad" : " read"}`,
          },
        ]),
    ...axis(state, id, x, span, box, small),
  ];
}

/** The greatest value of each bucket that has one: what a limit is there to be held against. */
function pointsOf({ series }: FailureChart, time: number): readonly Point[] {
  const points: Point[] = [];
  let place = 0;
  for (const bucket of series.buckets) {
    if (bucket !== null) points.push({ x: Math.min(time, (place + 0.5) * series.width), y: bucket.max });
    place += 1;
  }
  return points;
}

function limits(
  id: string,
  { words, high, low }: NonNullable<FailureChart["limit"]>,
  y: (value: number) => number,
  box: Plot,
  small: number,
  type: number,
): Mark[] {
  const rule = (name: string, value: number): Mark =>
    ruleMark(`${id}:${name}`, { x: box.left, y: y(value) }, { x: box.right, y: y(value) }, "bound");
  const above = y(high) - small * 0.75;
  const inside = above - small * 0.5 >= box.top - small * 0.9 ? above : y(high) + small * 0.75;
  return [
    rule("limit", high),
    ...(low === undefined ? [] : [rule("limit-low", low)]),
    ...line({
      key: `${id}:limit:text`,
      text: words,
      x: box.right - 2,
      y: inside,
      size: small * 0.92,
      room: Math.min(box.right - box.left, type * 14),
      style: "bad haloed",
      anchor: "end",
    }),
  ];
}

/** The time during which the fault was there, as a tint behind the line; the remedy as a rule from when it was on. */
function spells({ moments, time }: FailureState, id: string, x: (time: number) => number, box: Plot): Mark[] {
  const spans = [
    ...spansOf(moments, "fault", "fault-over", time).map((span) => ({ ...span, style: "spell fault" })),
    ...spansOf(moments, "remedy", "remedy-off", time).map((span) => ({ ...span, style: "spell remedy" })),
  ];
  return spans.map(({ from, until, style }) => {
    const isFault = style === "spell fault";
    const h = isFault ? box.bottom - box.top : 4;
    return {
      key: `${id}:${style}:${from}`,
      kind: "rect",
      n: { x: x(from), y: isFault ? box.top : box.bottom - h, w: Math.max(1, x(until) - x(from)), h },
      style,
    };
  });
}

function spansOf(moments: FailureState["moments"], begin: string, end: string, now: number) {
  const spans: { from: number; until: number }[] = [];
  for (const { time, kind } of moments) {
    const last = spans.at(-1);
    if (kind === begin) spans.push({ from: time, until: now });
    else if (kind === end && last !== undefined) last.until = time;
  }
  return spans;
}

const WORDS = {
  fault: "fault",
  "fault-over": "fault over",
  remedy: "remedy",
  "remedy-off": "remedy off",
} as const;

/** The time axis: first the moments, then as many ticks as there is room for. */
function axis(
  { moments }: FailureState,
  id: string,
  x: (time: number) => number,
  span: number,
  box: Plot,
  small: number,
): Mark[] {
  const size = small * 0.92;
  const taken: { from: number; until: number }[] = [];
  const labels = [
    ...moments.map(({ time, kind }) => ({
      key: `${id}:${kind}:${time}`,
      text: WORDS[kind],
      at: x(time),
      style: kind.startsWith("fault") ? "bold bad" : "bold good",
      isMoment: true,
    })),
    ...[0, 0.5, 1].map((share) => ({
      key: `${id}:time:${share}`,
      text: `${(span * share) / 1_000} s`,
      at: x(span * share),
      style: "muted",
      isMoment: false,
    })),
  ];
  return labels.flatMap(({ key, text, at, style, isMoment }) => {
    const width = textWidth(text, { size, bold: isMoment });
    const from = Math.min(box.right - width, Math.max(box.left, isMoment ? at : at - width / 2));
    const isFree = taken.every(
      (other) => from > other.until + size * 0.6 || from + width < other.from - size * 0.6,
    );
    if (isFree) taken.push({ from, until: from + width });
    return [
      ...(isMoment
        ? [ruleMark(key, { x: at, y: box.top }, { x: at, y: box.bottom + 4 }, `moment ${style}`)]
        : []),
      ...(isFree
        ? line({
            key: `${key}:text`,
            text,
            x: from,
            y: box.bottom + size * 1.05,
            size,
            room: width + 1,
            style,
          })
        : []),
    ];
  });
}
