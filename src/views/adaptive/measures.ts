import type { Size } from "../../stage/mark.ts";
import { textWidth } from "../../stage/text-width.ts";
import type { Plot } from "../parts/chart.ts";
import { LEAST_TEXT, typeSize } from "../parts/words.ts";

/** Where everything goes. */
export interface Measures {
  readonly type: number;
  readonly small: number;
  readonly pad: number;
  readonly width: number;
  /** The middle of the top line. */
  readonly head: number;
  /** The second line, of counters; null where it gives way. */
  readonly counters: number | null;
  /** The queue: the middle of it and its height. */
  readonly queue: { readonly y: number; readonly high: number };
  /** The gauges: the upper edge, and the height of each of the three where they stand one below the other; null side by side. */
  readonly gauges: { readonly top: number; readonly row: number | null; readonly bottom: number };
  readonly chart: Plot | null;
}

/** Below this width the gauges stand one below the other, in px. */
const WIDE = 560;

export function measure({ width, height }: Size): Measures {
  const type = typeSize(Math.min(width, height * 1.5), 0.03, 14);
  const small = Math.max(LEAST_TEXT, type * 0.88);
  const pad = Math.max(6, type * 0.9);
  const head = pad + type * 0.5;
  const roomy = height >= 240;
  const counters = roomy ? head + type * 1.45 : null;
  const high = Math.max(12, Math.min(type * 2, height * 0.06));
  const queueY = (counters ?? head) + type * 1.1 + high / 2;
  const top = queueY + high / 2 + type * 0.9;
  const row = width < WIDE ? small * 1.7 : null;
  const bottom = row === null ? top + small * 3.2 : top + 3 * row;
  const box = {
    left: pad + textWidth("500 ms", { size: small, mono: true }) + 6,
    right: width - pad - textWidth("1,000", { size: small, mono: true }) - 6,
    top: bottom + small * 2.2,
    bottom: height - pad - small * 1.5,
  };
  return {
    type,
    small,
    pad,
    width,
    head,
    counters,
    queue: { y: queueY, high },
    gauges: { top, row, bottom },
    chart: box.bottom - box.top < small * 3 ? null : box,
  };
}
