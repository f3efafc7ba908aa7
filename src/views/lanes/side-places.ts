import type { Point } from "../../stage/place.ts";
import type { Rect, Type } from "./places.ts";

/** How the threads of one side are drawn: each on a card, each in a row, or all of them as a field of cells. */
export type Manner = "cards" | "rows" | "crowd";

/** Which side of the queue. */
export type Side = "producer" | "consumer";

/** One side of the picture: all producers and who closes the queue, or all consumers. */
export interface SidePlaces {
  readonly role: Side;
  readonly manner: Manner;
  readonly box: Rect;
  /** The cards or rows, by the number of the thread on its side; in a crowd those of the lens. */
  readonly slots: readonly Rect[];
  /** In a crowd: where the counts and the cells are. */
  readonly crowd: { readonly counts: Rect; readonly field: Rect } | null;
  /** Where its tracks meet the queue. */
  readonly meet: Point;
  /** What is in a producer's hand lies on the track, outside its card. */
  readonly outside: boolean;
}

const MOST_CARDS = 6;
const MOST_ROWS = 16;

export function sidePlaces(
  role: Side,
  count: number,
  box: Rect,
  type: Type,
  roomy: boolean,
  meet: Point,
): SidePlaces {
  const { body, small } = type;
  const common = { role, box, meet };
  const card = {
    least: Math.max(body * 1.5 + small * 1.5 + 14, small * 3.2 + 16),
    most: body * 1.6 + small * 3 + 34,
  };
  const row = { least: small * 1.8 + 2, most: small * 2.8 };
  if (count <= MOST_CARDS && box.h / Math.max(1, count) >= card.least + 3) {
    const slots = stacked(count, box, card, small * 2.4);
    return { ...common, manner: "cards", slots, crowd: null, outside: roomy && role === "producer" };
  }
  if (count <= MOST_ROWS && box.h / count >= row.least + 1) {
    return {
      ...common,
      manner: "rows",
      slots: stacked(count, box, row, 6),
      crowd: null,
      outside: false,
    };
  }
  const lens = Math.max(1, Math.min(5, Math.floor((box.h * 0.42) / (row.least + 3))));
  const line = small * 1.35;
  const gap = small * 0.5;
  // Who is looked at one by one is drawn however low the space is; what they are counted as gives way to that.
  const spare = box.h - lens * (row.least + 3) - 2 * gap;
  const counts = spare < line ? 0 : Math.max(1, Math.min(6, Math.floor((box.h * 0.34) / line)));
  const field = box.h - lens * (row.least + 3) - counts * line - 2 * gap;
  const from = box.y + counts * line + gap + field + gap;
  return {
    ...common,
    manner: "crowd",
    slots: Array.from({ length: lens }, (_, i) => ({
      x: box.x,
      y: from + i * (row.least + 3),
      w: box.w,
      h: row.least,
    })),
    crowd: {
      counts: { x: box.x, y: box.y, w: box.w, h: counts * line },
      field: { x: box.x, y: box.y + counts * line + gap, w: box.w, h: Math.max(0, field) },
    },
    outside: false,
  };
}

/** So many boxes beneath each other in the middle of a space, none lower than the least; what gives way is the gap. */
function stacked(
  count: number,
  box: Rect,
  { least, most }: { readonly least: number; readonly most: number },
  gap: number,
): Rect[] {
  const each = box.h / Math.max(1, count);
  const apart = Math.min(gap, each * 0.18, each - least);
  const h = Math.min(most, each - apart);
  const all = count * h + (count - 1) * apart;
  const top = box.y + (box.h - all) / 2;
  return Array.from({ length: count }, (_, i) => ({ x: box.x, y: top + i * (h + apart), w: box.w, h }));
}
