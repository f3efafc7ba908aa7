import type { Mark } from "../../stage/mark.ts";
import { type Fitted, fitText } from "../../stage/text-width.ts";
import { LEAST_TEXT } from "../parts/words.ts";

/** A text that is set in full or not at all. */
export function whole(text: string, room: number, size: number): Fitted | undefined {
  const set = fitText(text, room, { size }, LEAST_TEXT);
  return set?.text === text ? set : undefined;
}

/** A caption from, or up to, a point. */
export function captionMark(
  key: string,
  at: { readonly x: number; readonly y: number },
  anchor: "start" | "end",
  set: Fitted,
  full: string,
  style = "muted",
): Mark {
  return {
    key,
    kind: "text",
    n: { ...at, size: set.size },
    style,
    text: set.text,
    anchor,
    ...(set.text === full ? {} : { full }),
  };
}
