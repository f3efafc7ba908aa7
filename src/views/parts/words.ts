import type { Mark } from "../../stage/mark.ts";
import { typeOf } from "../../stage/text-box.ts";
import { fitText } from "../../stage/text-width.ts";

/** No text is smaller than this, in px: rather less is said. */
export const LEAST_TEXT = 11;

/** What cannot be said in less, such as an item's name, may be as small as this, in px, before it is cut. */
export const LEAST_WHOLE = 9;

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
  /** How small it may be before it is cut; as any text without it. */
  readonly least?: number;
}): Mark[] {
  const { key, text, x, y, size, room, style = "", anchor = "start", least = LEAST_TEXT } = spec;
  const set = fitText(text, room, typeOf(style, size), least);
  if (set === undefined) return [];
  const full = set.text === text ? {} : { full: text };
  return [{ key, kind: "text", n: { x, y, size: set.size }, style, text: set.text, anchor, ...full }];
}

/** A font size between the least legible one and `most`, in proportion to the space. */
export function typeSize(extent: number, share: number, most: number): number {
  return Math.max(LEAST_TEXT, Math.min(most, extent * share));
}
