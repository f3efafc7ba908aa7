import { grouped } from "../../engine/systems/grouped.ts";
import type { MetricsWindowState } from "../../engine/systems/window/metrics-window-state.ts";
import type { Mark } from "../../stage/mark.ts";
import { type Plot, ruleMark } from "../parts/chart.ts";
import type { Scale } from "../parts/scale.ts";
import { line } from "../parts/words.ts";

/** The question on show: the seconds it reads, and its answer as a level. */
export function answer(
  state: MetricsWindowState,
  box: Plot,
  at: (index: number) => number,
  y: Scale,
  type: number,
): Mark[] {
  const { query, totalWritten } = state;
  if (query === null || query.read === 0) return [];
  const from = at(totalWritten - query.read);
  const marks: Mark[] = [
    {
      key: "asked",
      kind: "rect",
      n: { x: from, y: box.top, w: box.right - from, h: box.bottom - box.top, corner: 4 },
      style: "reading",
    },
  ];
  if (query.answer === null) return marks;
  const level = y(query.answer);
  const words = query.kind === "max" ? "greatest" : "average";
  marks.push(
    ruleMark("level", { x: from, y: level }, { x: box.right, y: level }, "level"),
    ...line({
      key: "level:text",
      text: `${words} of ${grouped(query.read)} s: ${grouped(query.answer)}`,
      x: box.right - 10,
      y: box.top - type * 0.7,
      size: type,
      room: box.right - box.left,
      style: "bold accent",
      anchor: "end",
    }),
  );
  return marks;
}
