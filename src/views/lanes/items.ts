import type { Item, LanesState } from "../../engine/systems/lanes/lanes-state.ts";
import type { Mark } from "../../stage/mark.ts";
import { fitText } from "../../stage/text-width.ts";
import { LEAST_WHOLE } from "../parts/words.ts";
import { hueOf } from "./hues.ts";
import type { Lane, Lanes } from "./lane.ts";
import { ordinal } from "./ordinal.ts";
import type { Places } from "./places.ts";

/** Every item that can be seen, each one mark from the producer's hand to the consumer's and out. */
export function items(lanes: Lanes): Mark[] {
  const { state, places } = lanes;
  const seen = new Set<number>();
  const once = (mark: Mark, item: Item, where: string): Mark => {
    // Broken code may leave one item in the queue and in several hands at once: each further one is a mark of its own.
    const again = seen.has(item.id);
    seen.add(item.id);
    return again ? { ...mark, key: `${mark.key}:${where}`, style: `${mark.style} twice` } : mark;
  };
  const marks: Mark[] = [];
  const h = Math.min(places.type.item.h, places.queue.slot.h - 4);
  for (const { x, y, place } of places.queue.slots) {
    const item = place < state.queue.size ? itemAt(state, place) : null;
    if (item === null) continue;
    const where = `in the queue, ${ordinal(place + 1)} from the front`;
    marks.push(
      once(itemMark(places, item, { x, y, h, ...enterBend(lanes, item) }, "", where), item, `place ${place}`),
    );
  }
  for (const lane of lanes.lanes) {
    const { item } = lane.thread;
    if (item !== null) marks.push(once(inHand(lanes, lane, item), item, lane.thread.name));
  }
  const going = leaving(lanes);
  return going === undefined ? marks : [...marks, once(going.mark, going.item, "leaving")];
}

/** The item at a place of the queue, counted from the front. */
export function itemAt({ queue }: LanesState, place: number): Item | null {
  return queue.slots.at((queue.tail + place) % queue.slots.length) ?? null;
}

function itemMark({ type }: Places, item: Item, n: Mark["n"], style: string, where: string): Mark {
  const { small } = type;
  const { w, h } = type.item;
  const set = fitText(item.name, w - 4, { size: small, bold: true }, LEAST_WHOLE);
  return {
    key: `item:${item.id}`,
    kind: "pill",
    n: { w, h, ...n, size: set?.size ?? LEAST_WHOLE, corner: Math.min(7, h * 0.26) },
    style: `item bold ${hueOf(item.producer)} ${style}`,
    text: set?.text ?? "",
    ...(set?.text === item.name ? {} : { full: item.name }),
    subject: `item:${item.id}`,
    action: { name: `${item.name}, ${where}`, pick: "item", value: item.id },
  };
}

/** From the hand of its producer the item follows the track into the queue. */
function enterBend({ places, lanes }: Lanes, item: Item): Mark["n"] {
  const from = lanes.find(({ thread }) => thread.name === item.producer);
  return from === undefined ? {} : { b0: from.hand.x, b1: places.queue.mouth.x };
}

function inHand({ places }: Lanes, { thread, hand, box, ring }: Lane, item: Item): Mark {
  const waits = thread.activity === "waiting" || thread.activity === "locked-out";
  const { role, name, activity } = thread;
  const style = `${role === "producer" ? "offered" : "taken"}${waits ? " waiting" : ""} ${activity}`;
  const bend =
    role === "consumer" ? { b0: places.queue.exit.x, b1: ring === null ? box.x : hand.x - ring } : {};
  const where =
    role === "consumer"
      ? `${activity === "processing" ? "processed by" : "in the hand of"} ${name}`
      : `in the hand of ${name}`;
  return itemMark(places, item, { ...hand, ...bend }, style, `${where}${waits ? ", which waits" : ""}`);
}

const GONE = { consumed: "consumed by", dropped: "dropped by", lost: "lost with" } as const;

/** An item that has just gone stands by the number that it adds to, where there is room; else it is counted and gone. */
function leaving({ state, places }: Lanes): { readonly mark: Mark; readonly item: Item } | undefined {
  if (state.leaving === null) return undefined;
  const { item, from, how } = state.leaving;
  const cell = places.account.cells.find(({ id }) => id === how);
  if (cell === undefined) return undefined;
  const { type, account } = places;
  const size = account.value * 0.62 * cell.value.length + type.small * 1.4;
  const x = cell.x + size + type.item.w / 2 + 6;
  const fits = x + type.item.w / 2 <= cell.x + cell.w - 3;
  const y = cell.y + cell.h - account.value * 0.7;
  const at = fits ? { x, y } : { x: cell.x + cell.w / 2, y, opacity: 0 };
  const mark = itemMark(
    places,
    item,
    at,
    `leaving ${how === "consumed" ? "taken" : how}`,
    `${GONE[how]} ${from}`,
  );
  const leave = { x: cell.x + type.small * 2, opacity: 0 };
  const struck = how === "consumed" ? mark.style : `${mark.style} strike`;
  return {
    item,
    mark: { ...mark, n: { ...mark.n, h: Math.min(type.item.h, account.value * 1.35) }, style: struck, leave },
  };
}
