import type { RingState } from "../../engine/index.ts";
import { grouped } from "../../engine/systems/grouped.ts";
import type { Mark, Size } from "../../stage/mark.ts";
import { type Fitted, textWidth } from "../../stage/text-width.ts";
import { LEAST_TEXT } from "../parts/words.ts";
import { type Fate, type Row, streamCells } from "./cells.ts";
import { endOf, placeOf, type Stretch } from "./stretch.ts";

interface Region {
  readonly key: string;
  /** From left to right, in px. */
  readonly from: number;
  readonly until: number;
  /** The longest first. */
  readonly texts: readonly string[];
  readonly style: string;
}

const WORDS: Readonly<Record<Exclude<Fate, "held">, readonly string[]>> = {
  stray: ["in memory, out of reach", "out of reach"],
  overwritten: ["gone forever", "gone"],
  popped: ["popped"],
  cleared: ["cleared"],
  coming: ["not yet"],
};

/** What each stretch of the tape is, in words beneath its middle; those wider than their stretch are left out. */
export function regionLabels(state: RingState, stretch: Stretch, row: Row, { width, height }: Size): Mark[] {
  const y = Math.min(height - 8, row.top + row.height + 17);
  const size = Math.max(LEAST_TEXT, Math.min(13, width / 60));
  const taken: { readonly from: number; readonly until: number }[] = [];
  const marks: Mark[] = [];
  for (const region of regions(state, stretch, row)) {
    // Of several stretches with the same fate the nearest one that has room is named.
    if (marks.some(({ key }) => key.startsWith(`region:${region.key}:`))) continue;
    const set = place(region, size, width, taken);
    if (set === undefined) continue;
    taken.push({ from: set.x - set.width / 2 - 8, until: set.x + set.width / 2 + 8 });
    const n = { x: set.x, y, size: set.size };
    // A text of another length is another mark: it must not be wider than the place it is on its way to.
    marks.push({
      key: `region:${region.key}:${set.text.length}`,
      kind: "text",
      n,
      style: region.style,
      text: set.text,
    });
  }
  return marks;
}

function place(
  { key, from, until, texts }: Region,
  size: number,
  width: number,
  taken: readonly { readonly from: number; readonly until: number }[],
): (Fitted & { readonly x: number }) | undefined {
  for (const text of texts) {
    const wide = textWidth(text, { size, bold: true });
    if (key !== "window" && wide > until - from) continue;
    const x = Math.max(wide / 2 + 4, Math.min(width - wide / 2 - 4, (from + until) / 2));
    if (taken.every((other) => x + wide / 2 <= other.from || x - wide / 2 >= other.until)) {
      return { text, size, width: wide, x };
    }
  }
  return undefined;
}

function regions(state: RingState, stretch: Stretch, row: Row): Region[] {
  const { oldest, until, written } = stretch;
  const at = (place: number): number => row.left + place * row.width;
  const start = placeOf(stretch, oldest);
  const end = endOf(stretch);
  const last = until - 1;
  const span =
    oldest === until ? "nothing" : oldest === last ? grouped(last) : `${grouped(oldest)} … ${grouped(last)}`;
  const [long, short] =
    state.size === null ? ["what it can reach", "reached"] : ["what we remember", "remembered"];
  const list: Region[] = [
    {
      key: "window",
      from: at(start),
      until: at(end),
      texts: [`${long}: ${span}`, `${short}: ${span}`, span],
      style: "bold accent",
    },
    {
      key: "coming",
      from: at(written === until ? end : placeOf(stretch, written - 1) + 1),
      until: at(stretch.cells.at(-1)?.place ?? end) + row.width,
      texts: WORDS.coming,
      style: "muted",
    },
  ];
  const gone = streamCells(state, stretch).filter(({ fate, index }) => index < oldest && fate !== "coming");
  for (let i = gone.length - 1; i >= 0; ) {
    const fate = gone[i]?.fate as Exclude<Fate, "held">;
    let first = i;
    while (first > 0 && gone[first - 1]?.fate === fate) first -= 1;
    list.push({
      key: fate,
      from: at(gone[first]?.place ?? 0),
      until: at((gone[i]?.place ?? 0) + 1),
      texts: WORDS[fate] ?? [],
      style: fate === "popped" ? "read" : "muted",
    });
    i = first - 1;
  }
  return list;
}
