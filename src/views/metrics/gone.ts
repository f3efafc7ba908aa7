import { grouped } from "../../engine/systems/grouped.ts";
import type { Mark } from "../../stage/mark.ts";
import type { Point } from "../../stage/place.ts";
import { lineMark, type Plot } from "../parts/chart.ts";
import { line } from "../parts/words.ts";

/** What is gone, not to scale: a stub that is torn off, with how much it was written along it. */
export function goneStub(seconds: number, { left, top, bottom }: Plot, width: number, size: number): Mark[] {
  if (seconds === 0) return [];
  const teeth = Math.max(4, Math.round((bottom - top) / (size * 0.9)));
  const edge = Array.from(
    { length: teeth + 1 },
    (_, i): Point => ({
      x: left + width - (i % 2 === 0 ? 0 : size * 0.4),
      y: top + ((bottom - top) * i) / teeth,
    }),
  );
  const outline = [{ x: left, y: top }, ...edge, { x: left, y: bottom }];
  const torn = lineMark("gone", outline, "", false);
  const words = line({
    key: "gone:text",
    text: `${grouped(seconds)} s gone`,
    x: left + width / 2 - size * 0.2,
    y: (top + bottom) / 2,
    size,
    room: bottom - top - size,
    style: "muted",
    anchor: "middle",
  });
  return [
    { ...torn, style: "gone" },
    lineMark("gone:edge", edge, "grid", false),
    ...words.map((mark) => ({ ...mark, n: { ...mark.n, turn: -Math.PI / 2 } })),
  ];
}
