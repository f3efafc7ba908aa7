import { capital } from "../../engine/comparison/capital.ts";
import type { Frame, RingState } from "../../engine/index.ts";
import { grouped } from "../../engine/systems/grouped.ts";
import { contentOf } from "../parts/content.ts";
import { called, count } from "../parts/phrases.ts";
import type { Picture } from "../view.ts";
import { doneWords } from "./done-words.ts";
import { slotFinder } from "./slot-finder.ts";

/** What just happened, and how things stand. */
export function describe(picture: Picture<RingState>): string {
  const told = happened(picture);
  return `${told} ${standing(picture.frame, told)}`;
}

/** What just happened: one move, or at its end the whole operation. */
export function log(picture: Picture<RingState>): string {
  return happened(picture);
}

/** What just happened to a ring: one move, or at its end the whole operation. */
export function happened({ frame: { cause, state } }: Picture<RingState>): string {
  const { mark, detail, operation, values } = cause;
  const slot = detail.slot as number;
  const held = typeof slot === "number" ? state.slots.at(slot) : undefined;
  const item = held?.kind === "item" ? contentOf(held.value).text : "nothing";
  const incoming = contentOf(values.item).text;
  switch (mark) {
    case "create":
      return `Here is a ring of ${count(state.capacity, "slot")}. Nothing has been written yet.`;
    case "call":
      return `${called(operation, values)} begins.`;
    case "refuse":
      return state.room < state.capacity
        ? `One slot must stay empty and no other is free, so ${incoming} is refused and nothing changes.`
        : `The ring is full, so ${incoming} is refused and nothing changes.`;
    case "overwrite":
      return `The ring is full, so slot ${slot} gives up ${item}, the oldest.`;
    case "write":
      return state.lost === null
        ? `${incoming} goes into slot ${slot}, where head points.`
        : `${incoming} goes into slot ${slot}, over ${contentOf(state.lost.value).text}.`;
    case "advance-head":
      return `Head steps on to slot ${state.head}${wrapped(state, state.head)}.${counter(state, "head")}`;
    case "advance-tail":
      return `Tail steps on to slot ${state.tail}${wrapped(state, state.tail)}.${counter(state, "tail")}`;
    case "grow":
      return `Size grows to ${grouped(detail.size as number)}.`;
    case "shrink":
      return `Size shrinks to ${grouped(detail.size as number)}.`;
    case "count":
      return `That makes ${count(state.totalWritten, "item")} written in all.`;
    case "read":
      return operation === "pop"
        ? `Slot ${slot}, where tail points, is read: ${item}.`
        : `Slot ${slot} is read: ${item}.`;
    case "look":
      return `Slot ${slot} is looked at: ${item}. It stays where it is.`;
    case "clear-slot":
      return `Slot ${slot} is cleared, and ${contentOf(state.outgoing?.value).text} leaves the ring.`;
    case "gone":
      return `Number ${grouped(detail.index as number)} ${fate(state, detail.index as number)}, so null stands in its place.`;
    case "nothing-there":
      return state.held > 0
        ? `The ring takes itself for empty and gives nothing, though it holds ${count(state.held, "item")}.`
        : "There is nothing to give: the ring is empty.";
    case "clear-slots":
      return "Every slot is cleared.";
    case "reset-head":
      return "Head goes back to slot 0.";
    case "reset-tail":
      return state.counters === null
        ? `Tail goes back to slot ${state.tail}.`
        : `Tail catches up with head at ${grouped(state.counters.head)}.`;
    case "reset-size":
      return "Size is 0 again.";
    case "return":
      return doneWords(cause, state);
    case "throw":
      return `${called(operation, values)} fails: ${String(detail.error)}.`;
    default:
      return `${called(operation, values)}: ${mark.replaceAll("-", " ")}.`;
  }
}

/** What became of a number that the ring no longer holds, as far as a slot still knows. */
function fate(state: RingState, index: number): string {
  const slot = slotFinder(state, state.totalWritten)(index);
  const kind = slot === undefined ? undefined : state.slots.at(slot)?.kind;
  return kind === "popped" || kind === "cleared" ? `was ${kind}` : "is gone";
}

function wrapped({ capacity }: RingState, slot: number): string {
  return slot === 0 && capacity > 1 ? `, past slot ${capacity - 1} and round to the start` : "";
}

function counter({ counters, capacity }: RingState, pointer: "head" | "tail"): string {
  if (counters === null) return "";
  return ` Its counter is ${grouped(counters[pointer])}, and ${grouped(counters[pointer])} mod ${capacity} is ${counters[pointer] % capacity}.`;
}

function standing({ state, cause }: Frame<RingState>, told: string): string {
  const { size, capacity, room, head, tail, totalWritten, slots } = state;
  const lookup = cause.mark === "return" || cause.operation === "window" ? state.lookup : null;
  const places =
    head === tail
      ? `Head and tail both point to slot ${head}`
      : `Head points to slot ${head}, tail to slot ${tail}`;
  const written = `${grouped(totalWritten)} written so far`;
  const found = lookup === null ? undefined : slots.at(lookup.slot);
  const lost =
    lookup === null || (found?.kind === "item" && found.index === lookup.index)
      ? ""
      : ` The ring would look for number ${grouped(lookup.index)} in slot ${lookup.slot}, and it is not there.`;
  if (size === null) {
    const unclear = head === tail ? ": that may mean empty or full, and no size tells which" : "";
    return `${places}${unclear}; ${written}.${lost}`;
  }
  const fill =
    size === 0 ? "empty" : size >= room ? "full" : `${grouped(size)} of ${grouped(capacity)} in use`;
  // Where the pointers are is not said twice.
  if (told.includes(`both point to slot ${head}`)) return `${capital(fill)}; ${written}.${lost}`;
  return `${places}; ${fill}; ${written}.${lost}`;
}
