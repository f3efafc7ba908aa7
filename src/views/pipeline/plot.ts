import { capital } from "../../engine/comparison/capital.ts";
import type { FailureChart, FailureState } from "../../engine/systems/failures/failure-state.ts";
import { grouped } from "../../engine/systems/grouped.ts";
import type { Mark } from "../../stage/mark.ts";
import type { Point } from "../../stage/place.ts";
import { textWidth } from "../../stage/text-width.ts";
import { areaMark, lineMark, type Plot, ruleMark } from "../parts/chart.ts";
import { linearScale } from "../parts/scale.ts";
import { LEAST_TEXT, line } from "../parts/words.ts";
import { measured } from "./measured.ts";
import { axis, spells } from "./time-axis.ts";

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
  const { limit, name: id } = chart;
  const points = pointsOf(chart, state.time);
  const [low, high] = [Math.min(0, ...points.map(({ y }) => y)), Math.max(0, ...points.map(({ y }) => y))];
  const titleAt = room.top + small * 0.6;
  const inner = { top: room.top + small * 2.2, bottom: room.bottom - small * 1.6 };
  if (inner.bottom - inner.top < small * 2) return [];
  const count = Math.max(2, Math.min(3, Math.floor((inner.bottom - inner.top) / (small * 2.6))));
  const most = Math.max(high, limit?.high ?? 0, low === 0 && high === 0 ? 1 : 0);
  const y = linearScale([low, most], [inner.bottom, inner.top], count);
  const isCounted = chart.unit !== "ms" && chart.unit !== "%";
  const ticks = y
    .ticks(count)
    .filter((value) => !isCounted || Number.isInteger(value))
    .map((value) => ({ value, text: grouped(value) }));
  const widest = Math.max(
    ...ticks.map(({ text }) => textWidth(text, { size: Math.max(LEAST_TEXT, small * 0.92), mono: true })),
  );
  const box: Plot = { ...inner, left: room.left + widest + 6, right: room.right };
  const span =
    (SPANS.find((seconds) => seconds * 1_000 >= state.time) ?? Math.ceil(state.time / 3_600_000) * 3_600) *
    1_000;
  const x = linearScale([0, span], [box.left, box.right]);
  const places = points.map((point): Point => ({ x: x(point.x), y: y(point.y) }));
  const last = latest(chart, state.time);
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
    ...ticks.flatMap(({ value, text }) => [
      ruleMark(`${id}:tick:${value}`, { x: box.left, y: y(value) }, { x: box.right, y: y(value) }, "grid"),
      ...line({
        key: `${id}:tick:${value}:text`,
        text,
        x: box.left - 5,
        y: y(value),
        size: Math.max(LEAST_TEXT, small * 0.92),
        room: widest + 1,
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

/** Where the line ends: its value now. */
function latest({ series, now }: FailureChart, time: number): Point | undefined {
  for (let place = series.buckets.length - 1; place >= 0; place--) {
    const bucket = series.buckets.at(place);
    if (bucket) return { x: Math.min(time, (place + 0.5) * series.width), y: now ?? bucket.last };
  }
  return undefined;
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
      size: Math.max(LEAST_TEXT, small * 0.92),
      room: Math.min(box.right - box.left, type * 14),
      style: "bad haloed",
      anchor: "end",
    }),
  ];
}
