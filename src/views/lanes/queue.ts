import { grouped } from "../../engine/systems/grouped.ts";
import type { QueueState } from "../../engine/systems/lanes/lanes-state.ts";
import type { Mark } from "../../stage/mark.ts";
import { fitting } from "../parts/fitting.ts";
import { line } from "../parts/words.ts";
import type { Lanes } from "./lane.ts";
import { END_WORDS } from "./queue-places.ts";

/** The queue without its items: its title, its box and its slots; in a large one the bar and what it stands for. */
export function queueMarks({ state: { queue }, places }: Lanes): Mark[] {
  const { type, queue: q } = places;
  const full = queue.size >= queue.capacity;
  const filled = queue.size === 0 ? "is-empty" : full ? "is-full" : "";
  return [
    ...line({
      key: "queue:title",
      text: title(queue, q.title.room, type.body),
      x: q.title.x,
      y: q.title.y,
      size: type.body,
      room: q.title.room,
      style: `bold${full ? " write" : ""}`,
      anchor: "middle",
    }),
    {
      key: "queue",
      kind: "rect",
      n: { ...q.box, corner: Math.min(14, q.slot.h * 0.4) },
      style: `queue ${filled}${queue.closed ? " closed" : ""}`,
    },
    ...q.slots.map(({ x, y, place }, index): Mark => {
      const [w, h] = [q.slot.w - 3, q.slot.h - 3];
      return {
        key: `slot:${index}`,
        kind: "rect",
        n: { x: x - w / 2, y: y - h / 2, w, h, corner: Math.min(7, h * 0.26) },
        style: `bed${place < queue.size ? "" : " never"}`,
      };
    }),
    ...more(queue, places),
    ...ends(places),
  ];
}

/** The belt is a ring whose slots are shown in the order of their items: which end is which is told in words. */
function ends({ type, queue: q }: Lanes["places"]): Mark[] {
  if (q.ends === null) return [];
  const size = type.small;
  const { head, tail } = q.ends;
  const room = q.title.room / 2;
  return [
    ...line({ key: "queue:head", text: END_WORDS.head, ...head, size, room, style: "write" }),
    ...line({ key: "queue:tail", text: END_WORDS.tail, ...tail, size, room, style: "read", anchor: "end" }),
  ];
}

function title({ size, capacity, closed }: QueueState, room: number, body: number): string {
  const state = `${size === 0 ? " · empty" : size >= capacity ? " · full" : ""}${closed ? " · closed" : ""}`;
  const held = `${grouped(size)} of ${grouped(capacity)}${state}`;
  const variants = [
    `bounded queue · ${held}`,
    `queue · ${held}`,
    held,
    `${grouped(size)} of ${grouped(capacity)}`,
  ];
  return fitting(variants, room, { size: body, bold: true });
}

function more(queue: QueueState, { type, queue: q }: Lanes["places"]): Mark[] {
  if (q.more === null) return [];
  const { text, bar } = q.more;
  const hidden = Math.max(0, queue.size - q.slots.length);
  const corner = bar.h / 2;
  return [
    { key: "fill:whole", kind: "rect", n: { ...bar, corner }, style: "progress whole" },
    {
      key: "fill",
      kind: "rect",
      // The front is on the right, so the queue fills up from there.
      n: { ...bar, ...filledFrom(bar, Math.min(1, queue.size / queue.capacity)), corner },
      style: "progress fill",
    },
    ...line({
      key: "queue:more",
      text: hidden === 0 ? "" : `… ${grouped(hidden)} …`,
      x: text.x,
      y: text.y,
      size: type.small,
      room: text.room,
      style: "muted bold",
      anchor: "middle",
    }),
  ];
}

function filledFrom({ x, w }: { readonly x: number; readonly w: number }, share: number) {
  return { x: x + w * (1 - share), w: w * share };
}
