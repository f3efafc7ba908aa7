import type { Mark } from "../../stage/mark.ts";
import { typeOf } from "../../stage/text-box.ts";
import { fitText } from "../../stage/text-width.ts";

/** No text is smaller than this, in px. */
export const LEAST_TEXT = 9;

/** One line of text, fitted into `room` px; none when there is no room for it. */
export function line(spec: {
  readonly key: string;
  readonly text: string;
  readonly x: number;
  /** The middle of the line. */
  readonly y: number;
  readonly size: number;
  readonly room: number;
  readonly style?: string;
  readonly anchor?: "start" | "middle" | "end";
}): Mark[] {
  const { key, text, x, y, size, room, style = "", anchor = "start" } = spec;
  const set = fitText(text, room, typeOf(style, size), LEAST_TEXT);
  if (set === undefined) return [];
  const full = set.text === text ? {} : { full: text };
  return [{ key, kind: "text", n: { x, y, size: set.size }, style, text: set.text, anchor, ...full }];
}

/** A font size between the least legible one and `most`, in proportion to the space. */
export function typeSize(extent: number, share: number, most: number): number {
  return Math.max(LEAST_TEXT, Math.min(most, extent * share));
}
