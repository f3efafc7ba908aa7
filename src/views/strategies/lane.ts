import type { StrategyName } from "../../engine/structures/backpressure-strategies.ts";
import type { LaneState } from "../../engine/systems/backpressure/lane-state.ts";
import { grouped } from "../../engine/systems/grouped.ts";
import type { Mark } from "../../stage/mark.ts";
import { count } from "../parts/phrases.ts";
import { line } from "../parts/words.ts";
import type { Column, Measures } from "./measures.ts";
import { duration, NAMES } from "./names.ts";
import { strip } from "./strip.ts";

/** One lane: its name, its queue, and what it costs. */
export function lane(name: StrategyName, state: LaneState, index: number, measures: Measures): Mark[] {
  const { type, small, pad, row, uses, names, columns } = measures;
  const top = measures.lanes + index * row;
  const middle = top + row / 2;
  const left = pad + type * 1.1;
  const room = names - type * 1.4;
  const words = NAMES[name];
  return [
    ...(index === 0
      ? []
      : [
          {
            key: `${name}:rule`,
            kind: "line" as const,
            n: { x: pad, y: top, x1: measures.columns.at(-1)?.right ?? pad, y1: top },
            style: "grid",
          },
        ]),
    {
      key: `${name}:swatch`,
      kind: "circle",
      n: { x: pad + type * 0.35, y: uses ? middle - small * 0.65 : middle, r: type * 0.32 },
      style: `swatch strategy-${name}`,
    },
    ...line({
      key: `${name}:name`,
      text: words.name,
      x: left,
      y: uses ? middle - small * 0.65 : middle,
      size: type,
      room,
      style: "bold",
    }),
    ...(uses
      ? line({
          key: `${name}:use`,
          text: faults(state) ?? words.use,
          x: left,
          y: middle + type * 0.62,
          size: small,
          room,
          style: faults(state) === null ? "muted" : "bold bad",
        })
      : []),
    ...strip(name, state, { top, middle }, measures),
    ...columns.flatMap((column) => cell(name, state, column, middle, small)),
  ];
}

/** What the code has done wrong, in a few words; null in right code. */
function faults({ outOfOrder, holes }: LaneState): string | null {
  const wrong = [
    ...(outOfOrder > 0 ? [`${grouped(outOfOrder)} out of order`] : []),
    ...(holes > 0 ? [count(holes, "hole")] : []),
  ];
  return wrong.length === 0 ? null : wrong.join(", ");
}

function cell(
  name: StrategyName,
  state: LaneState,
  { key, right, room }: Column,
  y: number,
  size: number,
): Mark[] {
  const { text, style } = content(key, state);
  return line({
    key: `${name}:${key}`,
    text,
    x: right,
    y,
    size,
    room,
    style: `mono ${style}`,
    anchor: "end",
  });
}

function content(key: Column["key"], state: LaneState): { readonly text: string; readonly style: string } {
  switch (key) {
    case "lost":
      return { text: grouped(state.lost.all), style: state.lost.all > 0 ? "bold bad" : "muted" };
    case "p50":
      return { text: duration(state.p50), style: "" };
    case "p99":
      return { text: duration(state.p99), style: "bold" };
    case "peak":
      return {
        text:
          state.peakOutside === 0
            ? grouped(state.peak)
            : `${grouped(state.peak)}, ${grouped(state.peakOutside)} outside`,
        style: "",
      };
    case "still":
      return state.stoodStill > 0
        ? { text: duration(state.stoodStill), style: "bold write" }
        : { text: "–", style: "muted" };
  }
}
