import { LEAST_TEXT } from "../parts/words.ts";
import type { Measures } from "./measures.ts";

/** How far beyond the reach of the ring something in a corner keeps away. */
export const APART = 16;

/** How wide a box `height` px high may be in a corner of the picture without coming near the ring, in px. */
export function cornerRoom(m: Measures, height: number): number {
  const half = m.right - m.cx;
  return Math.max(0, Math.min(half - ringHalf(m, height), half - 8));
}

/** How far to either side of its middle the ring reaches, `height` px from the upper or lower margin, in px. */
export function ringHalf(m: Measures, height: number): number {
  const reach = m.reach + APART;
  const across = Math.max(0, m.height / 2 - m.margin - height);
  return across >= reach ? 0 : Math.sqrt(reach * reach - across * across);
}

/** The font size of captions, in px. */
export function captionSize(m: Measures): number {
  return Math.max(LEAST_TEXT, Math.min(14, Math.min(m.width, m.height) * 0.025));
}
