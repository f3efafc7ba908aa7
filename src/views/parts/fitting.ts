import { type Type, textWidth } from "../../stage/text-width.ts";
import { LEAST_TEXT } from "./words.ts";

/**
 * The first of several ways to say the same, the longest first, that fits into at most `most` lines of `room` px: in the
 * size wanted, or as small as may be. The last one when none fits.
 */
export function set(variants: readonly string[], room: number, size: number, most: number) {
  for (const text of variants) {
    for (const each of [size, LEAST_TEXT]) {
      const lines = wrapped(text, room, { size: each }, most);
      if (lines.every((line) => textWidth(line, { size: each }) <= room)) return { size: each, lines };
    }
  }
  return { size: LEAST_TEXT, lines: wrapped(variants.at(-1) ?? "", room, { size: LEAST_TEXT }, most) };
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
