import type { Mark } from "../../stage/mark.ts";
import { textWidth } from "../../stage/text-width.ts";
import { type Plot, ruleMark } from "../parts/chart.ts";
import { line } from "../parts/words.ts";

/** Spaces between ticks to choose from, in seconds. */
const SPACES = [1, 5, 10, 30, 60, 120, 300, 600];

/**
 * How long ago: as many ticks below the chart as there is room for.
 *
 * @param second the width of a second, in px
 */
export function timeAxis(box: Plot, capacity: number, second: number, size: number): Mark[] {
  const widest = textWidth("10 min ago", { size });
  const least = capacity >= 120 ? 60 : 1;
  const space = SPACES.find((seconds) => seconds >= least && seconds * second >= widest + size);
  const ticks = space === undefined ? 0 : Math.floor(capacity / space);
  return Array.from({ length: ticks + 1 }, (_, i) => i * (space ?? 0)).flatMap((ago) => {
    const x = box.right - ago * second;
    return [
      ruleMark(`ago:${ago}`, { x, y: box.bottom }, { x, y: box.bottom + size * 0.4 }, "grid"),
      ...line({
        key: `ago:${ago}:text`,
        text: ago === 0 ? "now" : ago % 60 === 0 ? `${ago / 60} min ago` : `${ago} s ago`,
        x,
        y: box.bottom + size * 1.15,
        size,
        room: widest,
        style: ago === 0 ? "bold write" : "muted",
        anchor: ago === 0 ? "end" : "middle",
      }),
    ];
  });
}
