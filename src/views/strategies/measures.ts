import type { Size } from "../../stage/mark.ts";
import { textWidth } from "../../stage/text-width.ts";
import type { Plot } from "../parts/chart.ts";
import { LEAST_TEXT, typeSize } from "../parts/words.ts";

/** One column of numbers: its key, its heading, and its right edge. */
export interface Column {
  readonly key: "lost" | "p99" | "p50" | "peak" | "still";
  readonly heading: string;
  readonly right: number;
  readonly room: number;
}

/** Where everything goes. */
export interface Measures {
  readonly type: number;
  readonly small: number;
  readonly pad: number;
  /** The middle of the top line, and of the line of headings. */
  readonly head: number;
  readonly headings: number;
  /** The upper edge of the first lane and the height of each. */
  readonly lanes: number;
  readonly row: number;
  /** The names stand in two lines: the name and where it is used. */
  readonly uses: boolean;
  readonly names: number;
  /** The queue, from the newest to the oldest; null when there is no room for it. */
  readonly strip: { readonly left: number; readonly right: number } | null;
  readonly columns: readonly Column[];
  readonly chart: Plot | null;
}

/** Columns, the most telling first: those that find room are shown, in the order of `order`. */
const COLUMNS = [
  { key: "lost", heading: "lost", widest: "99,999", order: 0 },
  { key: "p99", heading: "p99", widest: "99.9 s", order: 2 },
  { key: "p50", heading: "p50", widest: "99.9 s", order: 1 },
  { key: "still", heading: "producer stood still", widest: "99.9 s", order: 4 },
  { key: "peak", heading: "slots at most", widest: "16, 9,999 outside", order: 3 },
] as const;

/** The least width of a queue, in px. */
const LEAST_STRIP = 110;

export function measure({ width, height }: Size): Measures {
  const type = typeSize(Math.min(width, height * 1.5), 0.03, 14);
  const small = Math.max(LEAST_TEXT, type * 0.88);
  const pad = Math.max(6, type * 0.9);
  const lanes = pad + type * 1.3 + small * 1.7;
  const free = height - lanes - pad;
  const uses = free * 0.55 >= 5 * (type + small) * 1.35;
  const row = Math.min(type * 3.6, Math.max(type * 1.35, (free * 0.55) / 5));
  const names =
    textWidth(uses ? "bursts, spare memory" : "drop newest", { size: uses ? small : type, bold: !uses }) +
    type * 1.6;
  const top = lanes + 5 * row + type * 2.1;
  const bottom = height - pad - small * 1.3;
  const chart =
    bottom - top < 5 * small * 1.1
      ? null
      : {
          left: pad + textWidth("100 ms", { size: small }) + 6,
          right: width - pad - textWidth("drop newest", { size: small, bold: true }) - 10,
          top,
          bottom,
        };
  return {
    type,
    small,
    pad,
    head: pad + type * 0.5,
    headings: pad + type * 1.3 + small * 0.7,
    lanes,
    row: chart === null ? Math.max(row, free / 5) : row,
    uses,
    names,
    ...across(width, pad, pad + names, small),
    chart,
  };
}

/** Share out the width right of the names among the columns and the queue. */
function across(
  width: number,
  pad: number,
  left: number,
  small: number,
): Pick<Measures, "strip" | "columns"> {
  const space = small * 1.1;
  const room = width - pad - left;
  const shown: (typeof COLUMNS)[number][] = [];
  let taken = 0;
  for (const column of COLUMNS) {
    const wide = columnWidth(column, small) + space;
    if (taken + wide > room || (shown.length >= 2 && taken + wide > room - LEAST_STRIP - small * 4.8)) break;
    shown.push(column);
    taken += wide;
  }
  shown.sort((a, b) => a.order - b.order);
  let right = width - pad;
  const columns = shown
    .reverse()
    .map((column): Column => {
      const own = columnWidth(column, small);
      const made = { key: column.key, heading: column.heading, right, room: own };
      right -= own + space;
      return made;
    })
    .reverse();
  const strip = { left: left + small * 4.8, right: width - pad - taken - small };
  return { columns, strip: strip.right - strip.left < LEAST_STRIP * 0.6 ? null : strip };
}

function columnWidth({ heading, widest }: (typeof COLUMNS)[number], small: number): number {
  return Math.max(
    textWidth(heading, { size: small }),
    textWidth(widest, { size: small, mono: true, bold: true }),
  );
}
