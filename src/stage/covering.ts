import { faded } from "./between.ts";
import type { Mark } from "./mark.ts";
import { type Box, distance, shapeBox, textBox } from "./text-box.ts";

/** Over how many px of approach a text fades away. */
const APPROACH = 6;

/**
 * Who hides whom while a picture changes: of two texts that would overlap, and of a text beneath a covering shape, the
 * one drawn later is seen. Things that lie close together at rest do not dim each other.
 */
export class Covering {
  readonly #from: readonly Mark[];
  readonly #to: readonly Mark[];
  /** Boxes of the marks that do not move: they are the same in every frame on the way. */
  readonly #still = new Map<Mark, Box | undefined>();
  #texts: { readonly from: Map<string, Box>; readonly to: Map<string, Box> } | undefined;

  constructor(from: readonly Mark[], to: readonly Mark[]) {
    this.#from = from;
    this.#to = to;
  }

  /** @param still how many of the marks, from the first on, do not move */
  apply(marks: Mark[], still: number): readonly Mark[] {
    const boxes = marks.map((mark, index) => (index < still ? this.#stillBox(mark) : textBox(mark)));
    const hidden = new Map<number, number>();
    for (let later = still; later < marks.length; later++) {
      const mark = marks[later] as Mark;
      const text = boxes[later];
      const shape = mark.style.includes("cover") ? shapeBox(mark) : undefined;
      const over = shape ?? text;
      if (over === undefined) continue;
      for (let index = 0; index < later; index++) {
        const under = boxes[index];
        if (under === undefined) continue;
        const gap = distance(under, over);
        if (gap >= APPROACH) continue;
        const share = Math.max(0, gap) / this.#approach(marks[index] as Mark, mark);
        if (share < (hidden.get(index) ?? 1)) hidden.set(index, share);
      }
    }
    for (const [index, share] of hidden) marks[index] = faded(marks[index] as Mark, share);
    return marks;
  }

  #stillBox(mark: Mark): Box | undefined {
    const known = this.#still.get(mark);
    if (known !== undefined || this.#still.has(mark)) return known;
    const box = textBox(mark);
    this.#still.set(mark, box);
    return box;
  }

  #approach(under: Mark, over: Mark): number {
    const { from, to } = this.#rest();
    const name = (mark: Mark): string => (mark.style.includes("cover") ? `shape ${mark.key}` : mark.key);
    let nearest = APPROACH;
    for (const boxes of [from, to]) {
      const [a, b] = [boxes.get(under.key), boxes.get(name(over))];
      if (a !== undefined && b !== undefined) nearest = Math.min(nearest, distance(a, b));
    }
    return Math.max(0.5, nearest);
  }

  #rest() {
    this.#texts ??= { from: boxesOf(this.#from), to: boxesOf(this.#to) };
    return this.#texts;
  }
}

function boxesOf(marks: readonly Mark[]): Map<string, Box> {
  const boxes = new Map<string, Box>();
  for (const mark of marks) {
    const text = textBox(mark);
    if (text !== undefined) boxes.set(mark.key, text);
    const shape = mark.style.includes("cover") ? shapeBox(mark) : undefined;
    if (shape !== undefined) boxes.set(`shape ${mark.key}`, shape);
  }
  return boxes;
}
