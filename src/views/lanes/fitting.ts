import { type Type, textWidth } from "../../stage/text-width.ts";
import { LEAST_TEXT } from "../parts/words.ts";

/** A text set in at most `most` lines of `room` px: all of them in the size wanted, or as small as may be. */
export function set(text: string, room: number, size: number, most: number) {
  const lines = wrapped(text, room, { size }, most);
  if (lines.every((line) => textWidth(line, { size }) <= room)) return { size, lines };
  return { size: LEAST_TEXT, lines: wrapped(text, room, { size: LEAST_TEXT }, most) };
}

/** A text in at most `most` lines of `room` px, broken between words; the last line takes what is left. */
function wrapped(text: string, room: number, type: Type, most: number): readonly string[] {
  const lines: string[] = [];
  let current = "";
  for (const word of text.split(" ")) {
    const longer = current === "" ? word : `${current} ${word}`;
    if (current === "" || lines.length === most - 1 || textWidth(longer, type) <= room) current = longer;
    else {
      lines.push(current);
      current = word;
    }
  }
  return [...lines, current];
}

/** The first of several ways to say the same, the longest first, that has room; the last one when none has. */
export function fitting(variants: readonly string[], room: number, type: Type): string {
  return variants.find((text) => textWidth(text, type) <= room) ?? variants.at(-1) ?? "";
}
