import type { Parsed } from "../../engine/index.ts";
import { pack, unpack } from "../../scenario/link/packed.ts";

/** A text that a link carries may have so many bytes. */
const MOST_BYTES = 600_000;

/** The address that plays an episode whose text it carries; the step is counted from 1. */
export function draftHref(packed: string, chapter?: string, step?: number): string {
  const place = chapter === undefined ? "" : `/${encodeURIComponent(chapter)}`;
  return `#/draft${place}?${step === undefined ? "" : `step=${step}&`}text=${packed}`;
}

/** The address that opens a copy of such a text to be edited. */
export function copyHref(packed: string): string {
  return `#/studio?text=${packed}`;
}

/** The text that a link carries. */
export function textIn(packed: string): Parsed<string> {
  return unpack(packed, MOST_BYTES);
}

export { pack };
