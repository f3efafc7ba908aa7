import { grouped } from "../../engine/systems/grouped.ts";
import type { MetricsWindowState } from "../../engine/systems/window/metrics-window-state.ts";
import type { Mark, Size } from "../../stage/mark.ts";
import { areaMark, lineMark, type Plot, ruleMark } from "../parts/chart.ts";
import { hueOf } from "../parts/content.ts";
import { count } from "../parts/phrases.ts";
import { linearScale } from "../parts/scale.ts";
import { windowWords, writtenWords } from "../parts/window-words.ts";
import { LEAST_TEXT, line, typeSize } from "../parts/words.ts";
import type { Picture, View } from "../view.ts";
import { answer } from "./answer.ts";
import { goneStub } from "./gone.ts";
import { memory } from "./memory.ts";
import { timeAxis } from "./time-axis.ts";

/** The last minutes of a metric, drawn from the ring that holds them. */
export const view: View<MetricsWindowState> = {
  id: "metrics",
  title: "The metric",
  height: { least: 180, share: 1 },
  layout,
  describe,
};

function layout({ frame: { state } }: Picture<MetricsWindowState>, size: Size): readonly Mark[] {
  const { width, height } = size;
  const type = typeSize(Math.min(width, height * 1.6), 0.026, 14);
  const small = Math.max(LEAST_TEXT, type * 0.9);
  const box: Plot = {
    left: type * 3.6,
    top: type * 3.2,
    right: width - type * 1.2,
    bottom: height - type * 6.4,
  };
  const stub = type * 1.9;
  const start = box.left + stub + type * 0.6;
  const step = (box.right - start) / Math.max(1, state.capacity - 1);
  const most = Math.max(100, ...state.values);
  const ticks = Math.max(1, Math.min(4, Math.floor((box.bottom - box.top) / (small * 3))));
  const y = linearScale([0, most], [box.bottom, box.top], ticks);
  const newest = state.totalWritten - 1;
  const at = (index: number): number => box.right - (newest - index) * step;
  const gone = state.totalWritten - state.size;
  const room = width - 2 * type;
  return [
    ...y.ticks(ticks).flatMap((tick) => [
      ruleMark(`tick:${tick}`, { x: start, y: y(tick) }, { x: box.right, y: y(tick) }, "grid"),
      ...line({
        key: `tick:${tick}:text`,
        text: grouped(tick),
        x: box.left - 6,
        y: y(tick),
        size: small,
        room: box.left - 8,
        style: "mono muted",
        anchor: "end",
      }),
    ]),
    ...goneStub(gone, box, stub, small),
    ...laps(state, step, y, box),
    ...answer(state, box, at, y, type),
    ...(newest >= 0
      ? [
          {
            key: "newest",
            kind: "circle" as const,
            n: { x: box.right, y: y(state.values.at(-1) ?? 0), r: 4 },
            style: "dot write",
          },
        ]
      : []),
    ...line({
      key: "title",
      text: `requests/s · the last ${span(state.capacity)} in ${count(state.capacity, "slot")}`,
      x: type,
      y: type * 1.1,
      size: type,
      room: room * 0.68,
      style: "bold",
    }),
    ...line({
      key: "now",
      text: newest < 0 ? "no value yet" : `now ${grouped(state.values.at(-1) ?? 0)}`,
      x: width - type,
      y: type * 1.1,
      size: type,
      room: room * 0.3,
      style: "bold write",
      anchor: "end",
    }),
    ...timeAxis(box, state.capacity, step, small),
    ...memory(state, { left: start, right: box.right, top: box.bottom + type * 2.9 }, small),
  ];
}

/** The curve in the colours of the laps that wrote it, drawn by global index and slid into place as time moves on. */
function laps(
  { values, totalWritten, size, capacity, head }: MetricsWindowState,
  step: number,
  y: (value: number) => number,
  box: Plot,
): Mark[] {
  const oldest = totalWritten - size;
  const n = { x: box.right - (totalWritten - 1) * step, y: 0 };
  const places = values.map((value, i) => ({ x: (oldest + i) * step, y: y(value) }));
  const turn = Math.max(0, size - head);
  return [places.slice(0, turn + 1), places.slice(turn)].flatMap((part, young) => {
    if (part.length < 2) return [];
    const first = totalWritten - head - (young === 1 ? 0 : 1);
    const [lap, hue] = [Math.floor(first / capacity), hueOf(first, capacity)];
    return [
      { ...areaMark(`area:${lap}`, part, box.bottom, hue), n },
      { ...lineMark(`line:${lap}`, part, hue), n },
    ];
  });
}

function span(seconds: number): string {
  return seconds % 60 === 0 ? count(seconds / 60, "minute") : `${grouped(seconds)} s`;
}

function describe({ frame: { state, cause } }: Picture<MetricsWindowState>): string {
  return `${happened(state, cause.mark, cause.detail)} ${windowWords(state, "second")}`;
}

function happened(
  { query, values, seconds }: MetricsWindowState,
  mark: string,
  detail: Picture["frame"]["cause"]["detail"],
): string {
  switch (mark) {
    case "create":
      return "No second has passed yet.";
    case "stride":
      return `${writtenWords(detail.count as number, detail.overwritten as number, "value")} The newest is ${grouped(values.at(-1) ?? 0)} requests/s.`;
    case "read":
      return query?.read === 1
        ? "The newest second is read."
        : `The newest ${count(query?.read ?? 0, "second")} are read.`;
    default:
      if (query === null) return `${count(seconds, "second")} ${seconds === 1 ? "has" : "have"} passed.`;
      return query.answer === null
        ? "There is nothing to answer from yet."
        : `The ${query.kind === "max" ? "greatest" : "average"} of the last ${count(query.read, "second")} is ${grouped(query.answer)} requests/s.`;
  }
}
