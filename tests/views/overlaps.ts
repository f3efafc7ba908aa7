import type { Mark, Size } from "../../src/stage/mark.ts";
import { type Box, distance, shapeBox, textBox } from "../../src/stage/text-box.ts";

/** Below this opacity a text is not seen. */
const SEEN = 0.08;
/** Boxes are measured with a margin of their own; so much of it may be shared, in px. */
const SHARED = 0.75;

/** What is wrong with the texts of a picture, in words: those that leave the pane, and those that overlap. */
export function faults(marks: readonly Mark[], { width, height }: Size): string[] {
  const texts = marks.flatMap((mark) => {
    const box = (mark.n.opacity ?? 1) >= SEEN ? textBox(mark) : undefined;
    return box === undefined ? [] : [{ box, name: `${mark.key} “${mark.text}”` }];
  });
  const found: string[] = [];
  texts.forEach(({ box, name }, index) => {
    const [left, top, right, bottom] = bounds(box);
    if (left < -0.5 || top < -0.5 || right > width + 0.5 || bottom > height + 0.5) {
      found.push(`${name} leaves the pane: ${[left, top, right, bottom].map(Math.round).join(" ")}`);
    }
    for (const other of texts.slice(index + 1)) {
      const gap = distance(box, other.box);
      if (gap < -SHARED) found.push(`${name} overlaps ${other.name} by ${(-gap).toFixed(1)} px`);
    }
  });
  for (const mark of marks) {
    const box = mark.style.includes("cover") ? shapeBox(mark) : undefined;
    if (box === undefined) continue;
    const [left, top, right, bottom] = bounds(box);
    if (left < -1 || top < -1 || right > width + 1 || bottom > height + 1)
      found.push(`${mark.key} leaves the pane`);
  }
  return found;
}

/** The corners' extent of a box: left, top, right, bottom. */
function bounds({ x, y, w, h, turn }: Box): readonly [number, number, number, number] {
  const [sin, cos] = [Math.abs(Math.sin(turn)), Math.abs(Math.cos(turn))];
  const [across, down] = [w * cos + h * sin, w * sin + h * cos];
  return [x - across, y - down, x + across, y + down];
}

/** The panes that pictures typically have, in px. */
export const panes: readonly Size[] = [
  { width: 960, height: 560 },
  { width: 740, height: 460 },
  { width: 390, height: 330 },
  { width: 640, height: 250 },
  { width: 280, height: 220 },
];

export const shares = [0, 0.25, 0.5, 0.75, 1];
