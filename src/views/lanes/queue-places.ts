import type { QueueState } from "../../engine/systems/lanes/lanes-state.ts";
import type { Point } from "../../stage/place.ts";
import { textWidth } from "../../stage/text-width.ts";
import type { Rect, Type } from "./places.ts";

/** The queue in the middle of the picture, in px. */
export interface QueuePlaces {
  /** The middle of the title, and how wide it may be. */
  readonly title: Point & { readonly room: number };
  readonly box: Rect;
  /** Where tracks have become level on their way in, and where they begin to bend on their way out. */
  readonly mouth: Point;
  readonly exit: Point;
  readonly slot: { readonly w: number; readonly h: number };
  /** Each slot that is drawn: its middle, and its place in the queue counted from the front. */
  readonly slots: readonly (Point & { readonly place: number })[];
  /** Where there is room below a straight belt: the left edge of the word at its head, the right edge of that at its tail. */
  readonly ends: { readonly head: Point; readonly tail: Point } | null;
  /** The lowest y of the queue and the words at its ends. */
  readonly bottom: number;
  /** In a large queue: where the words and the bar for what is not drawn are. */
  readonly more: { readonly text: Point & { readonly room: number }; readonly bar: Rect } | null;
}

/** What is done at either end. */
export const END_WORDS = { head: "head: next in", tail: "tail: next out" } as const;

/** Up to this capacity every slot is drawn. */
export const MOST_SLOTS = 24;

/** @param lean how far down the box stands in its space, 0 … 1 */
export function queuePlaces(queue: QueueState, space: Rect, type: Type, lean: number): QueuePlaces {
  const { small, body, item } = type;
  const titled = body * 1.7;
  const inset = Math.max(3, small * 0.5);
  const room = { w: space.w - 2 * inset, h: space.h - titled - 2 * inset };
  const least = { w: item.w + 3, h: item.h + 3 };
  const columns = Math.max(1, Math.floor(room.w / least.w));
  // Made smaller than what it holds, it shows that as well.
  const drawn = Math.max(queue.capacity, queue.size);
  const lines = Math.ceil(drawn / columns);
  const each = drawn <= MOST_SLOTS && lines * least.h <= room.h;
  const across = each ? Math.ceil(drawn / lines) : columns;
  const bar = each ? 0 : small * 0.9;
  const rows = each ? lines : columns < 5 && 3 * least.h + bar <= room.h ? 3 : 1;
  const slot = {
    w: Math.min(room.w / across, item.w * 1.3 + 3),
    h: Math.min((room.h - bar) / rows, least.h * 1.3),
  };
  const w = slot.w * across + 2 * inset;
  const h = slot.h * rows + 2 * inset + bar;
  const [headWidth, tailWidth] = [END_WORDS.head, END_WORDS.tail].map((text) =>
    textWidth(text, { size: small }),
  ) as [number, number];
  const half = Math.max(headWidth, tailWidth) + small * 0.6;
  const below = small * 1.4;
  const told = rows === 1 && 2 * half <= space.w && space.h - titled - h >= below;
  const foot = told ? below : 0;
  const box = {
    x: space.x + (space.w - w) / 2,
    y: space.y + titled + Math.max(0, space.h - titled - h - foot) * lean,
    w,
    h,
  };
  const at = (column: number, row: number, place: number) => ({
    x: box.x + inset + (across - 1 - column + 0.5) * slot.w,
    y: box.y + inset + (row + 0.5) * slot.h,
    place,
  });
  const middle = box.y + inset + (slot.h * rows) / 2;
  const [center, reach] = [space.x + space.w / 2, Math.max(w / 2 - inset, half)];
  const line = box.y + h + below * 0.55;
  const common = {
    ends: told ? { head: { x: center - reach, y: line }, tail: { x: center + reach, y: line } } : null,
    bottom: box.y + h + foot,
    title: { x: box.x + w / 2, y: box.y - body * 0.95, room: space.w },
    box,
    slot,
    mouth: { x: space.x, y: middle },
    exit: { x: space.x + space.w, y: middle },
  };
  if (each) {
    const slots = Array.from({ length: drawn }, (_, place) => {
      const row = Math.floor(place / across);
      // There and back again, so that an item moves on to a neighbouring place.
      const column = row % 2 === 0 ? place % across : across - 1 - (place % across);
      return at(column, row, place);
    });
    return { ...common, slots, more: null };
  }
  return { ...common, ...large(queue.size, across, rows, at, slot, box, inset, bar) };
}

/** The oldest few and the newest few, and between them how many there are besides. */
function large(
  size: number,
  across: number,
  rows: number,
  at: (column: number, row: number, place: number) => Point & { readonly place: number },
  slot: { readonly w: number; readonly h: number },
  box: Rect,
  inset: number,
  bar: number,
): Pick<QueuePlaces, "slots" | "more"> {
  const taken = rows === 1 ? Math.max(0, Math.min(3, across - 2)) : 0;
  const oldest = rows === 1 ? Math.ceil((across - taken) * 0.6) : across;
  const newest = rows === 1 ? across - taken - oldest : across;
  const young = Math.max(0, size - newest - oldest);
  const slots = [
    ...Array.from({ length: oldest }, (_, i) => at(i, 0, i)),
    ...Array.from({ length: newest }, (_, i) =>
      rows === 1 ? at(oldest + taken + i, 0, oldest + young + i) : at(i, 2, oldest + young + i),
    ),
  ];
  const middle = rows === 1 ? at(oldest + (taken - 1) / 2, 0, 0) : at((across - 1) / 2, 1, 0);
  return {
    slots,
    more: {
      text: { x: middle.x, y: middle.y, room: slot.w * (rows === 1 ? taken : across) - 6 },
      bar: { x: box.x + inset, y: box.y + box.h - inset - bar * 0.55, w: box.w - 2 * inset, h: bar * 0.55 },
    },
  };
}
