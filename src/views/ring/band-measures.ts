import type { Size } from "../../stage/mark.ts";
import { textWidth } from "../../stage/text-width.ts";
import { type Measures, measure } from "./measures.ts";

/** Where the lens lies: a straight strip of slots, head's in the middle. Numbers in px. */
export interface Lens {
  readonly x: number;
  readonly y: number;
  /** The width and height of one slot, and how many there are: an odd number. */
  readonly w: number;
  readonly h: number;
  readonly count: number;
  /** The middle of an item that waits above the strip. */
  readonly hand: number;
  /** Beside the ring; otherwise beneath it. */
  readonly beside: boolean;
}

/** How wide a slot of a lens beside the ring is at least, in px. */
const LEAST_SLOT = 48;

/** The measures of a ring of bands with its lens. */
export function measureBands(capacity: number, size: Size): { readonly m: Measures; readonly lens: Lens } {
  const { width, height } = size;
  const base = measure(capacity, size);
  const beside = width >= 560 && width >= height * 1.9;
  const { margin } = base;
  const arrow = Math.min(base.arrow.length, 22);
  const word = base.word.size;
  const under = arrow + base.label.size * 1.9;
  const above = base.hand.height + arrow + 10;
  const count = width < 340 ? 5 : beside && width < 700 ? 7 : 9;
  const wordWidth = textWidth("head", { size: word, bold: true });
  const stripHeight = Math.max(26, Math.min(64, height * (beside ? 0.14 : 0.12)));
  const ringHeight = beside ? height : height - margin - under - stripHeight - above;
  const shown = ringHeight >= 190;
  const sides = arrow + 7 + (shown ? word : 0);
  const beyond = sides + (shown ? wordWidth : 0);
  const across = beside
    ? (width - 2 * beyond - count * LEAST_SLOT - 3 * margin) / 2
    : width / 2 - beyond - margin;
  const outer = Math.max(24, Math.min(ringHeight / 2 - sides - margin, across, 380));
  const inner = outer * 0.72;
  const cy = beside ? height / 2 : margin + sides + outer;
  const cx = beside ? margin + beyond + outer : width / 2;
  const stripLeft = beside ? cx + outer + beyond + margin : margin;
  const room = width - margin - stripLeft;
  const w = Math.min(88, room / count);
  const h = Math.min(stripHeight, w * 1.1);
  const y = beside ? height * 0.54 : height - margin - under - h / 2;
  const m: Measures = {
    ...base,
    cx,
    cy,
    inner,
    outer,
    middle: (inner + outer) / 2,
    arrow: { out: outer + 5, in: inner - 5, length: arrow },
    word: { size: word, shown },
    reach: outer + sides,
    left: margin,
    right: width - margin,
  };
  const hand = y - h / 2 - arrow - base.hand.height / 2 - 8;
  return { m, lens: { x: stripLeft + room / 2, y, w, h, count, hand, beside } };
}
