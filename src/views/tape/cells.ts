import type { RingState, Slot } from "../../engine/index.ts";
import type { Mark } from "../../stage/mark.ts";
import { contentOf } from "../parts/content.ts";
import { lapStyle } from "../ring/ring-picture.ts";
import { slotFinder } from "../ring/slot-finder.ts";
import type { Stretch } from "./stretch.ts";

/** What became of a number of the stream. */
export type Fate = "held" | "stray" | "popped" | "cleared" | "overwritten" | "coming";

/** One number of the stream with what the ring knows of it. */
export interface StreamCell {
  readonly index: number;
  readonly place: number;
  readonly fate: Fate;
  readonly slot: number | undefined;
  readonly there: Slot | undefined;
}

/** What the ring knows of every number on show. */
export function streamCells(state: RingState, { cells, written, oldest }: Stretch): readonly StreamCell[] {
  const find = slotFinder(state, written);
  return cells.map(({ index, place }) => {
    if (index >= written) return { index, place, fate: "coming", slot: undefined, there: undefined };
    const slot = find(index);
    const there = slot === undefined ? undefined : state.slots.at(slot);
    const fate =
      there === undefined || there.kind === "never"
        ? "overwritten"
        : there.kind === "item"
          ? state.size === null && index < oldest
            ? "stray"
            : "held"
          : there.kind;
    return { index, place, fate, slot, there };
  });
}

/** The measures of the row of cells, in px. */
export interface Row {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly size: number;
}

/** The cells of the tape. */
export function cellMarks(state: RingState, cells: readonly StreamCell[], row: Row, fresh: number): Mark[] {
  const read = new Set(state.read);
  const last = row.left + ((cells.at(-1)?.place ?? 0) + 0.5) * row.width;
  return cells.flatMap((cell): Mark[] => {
    const { index, place, fate, slot } = cell;
    const x = row.left + (place + 0.5) * row.width;
    const y = row.top + row.height / 2;
    const held = fate === "held" || fate === "stray";
    const seen = held && slot !== undefined && read.has(slot);
    const hue = held ? ` ${lapStyle(state, index)}${index === fresh ? " fresh" : ""}` : "";
    const n = { x, y, w: row.width - 4, h: row.height, k: 0, gap: 0, corner: Math.min(7, row.width / 5) };
    // It comes from the right and goes to the left, as the stream does.
    const slide = {
      enter: { x: Math.min(x + row.width, last), opacity: 0 },
      leave: { x: Math.max(x - row.width, row.left + row.width / 2), opacity: 0 },
    };
    return [
      {
        key: `cell:${index}`,
        kind: "tile",
        n,
        style: `cell ${held ? "item" : fate}${fate === "stray" ? " stray" : ""}${hue}${seen ? " seen" : ""}`,
        subject: `item:${index}`,
        ...(fate === "coming" ? {} : { action: { name: nameOf(cell), pick: "item" as const, value: index } }),
        ...slide,
      },
      {
        key: `cell:${index}:text`,
        kind: "text",
        n: { x, y, size: row.size },
        style: `mono number ${fate}`,
        text: String(index),
        ...slide,
      },
    ];
  });
}

function nameOf({ index, fate, slot, there }: StreamCell): string {
  switch (fate) {
    case "held":
      return `number ${index}, ${contentOf(there?.kind === "item" ? there.value : undefined).text}, in slot ${slot}`;
    case "stray":
      return `number ${index}, in memory in slot ${slot}, out of reach`;
    case "popped":
      return `number ${index}, popped`;
    case "cleared":
      return `number ${index}, cleared`;
    case "overwritten":
      return `number ${index}, gone`;
    case "coming":
      return `number ${index}, not yet written`;
  }
}
