import type { Mark } from "../../stage/mark.ts";
import { typeOf } from "../../stage/text-box.ts";
import { type Type, textWidth } from "../../stage/text-width.ts";
import { line } from "../parts/words.ts";

/** How a text is set in several lines. */
interface Setting {
  readonly key: string;
  readonly text: string;
  readonly x: number;
  /** The upper edge of the first line. */
  readonly top: number;
  readonly size: number;
  readonly room: number;
  /** At most so many lines; the last is shortened if the text is longer. */
  readonly most: number;
  readonly style?: string;
}

/** From one line to the next, as a share of the font size. */
export const LEADING = 1.3;

/** A text broken at its spaces into lines of at most `room` px. */
export function paragraph({ key, text, top, most, ...rest }: Setting): Mark[] {
  return broken(text, rest.room, typeOf(rest.style ?? "", rest.size), most).flatMap((words, i) =>
    line({ ...rest, key: `${key}:${i}`, text: words, y: top + rest.size * LEADING * (i + 0.5) }),
  );
}

/** The lines of a text. What does not fit into `most` stays in the last. */
export function broken(text: string, room: number, type: Type, most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && (lines.length === most || textWidth(longer, type) <= room)) {
      lines[lines.length - 1] = longer;
    } else if (lines.length < most) {
      lines.push(word);
    }
  }
  return lines;
}
