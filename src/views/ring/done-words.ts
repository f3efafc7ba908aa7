import type { Frame, Plain, RingState } from "../../engine/index.ts";
import { contentOf } from "../parts/content.ts";
import { called, count } from "../parts/phrases.ts";

/** A whole operation, told once it is over. */
export function doneWords(cause: Frame["cause"], state: RingState): string {
  const { operation, values, detail } = cause;
  const name = called(operation, values);
  switch (operation) {
    case "push":
      return `${name}: ${pushed(state, contentOf(values.item).text)}`;
    case "pop":
      return state.outgoing === null
        ? `${name}: ${nothing(state)}`
        : `${name}: ${contentOf(state.outgoing.value).text} is taken from slot ${state.outgoing.slot}. Tail now points to slot ${state.tail}.`;
    case "peek":
      return state.read.length === 0
        ? `${name}: ${nothing(state)}`
        : `${name}: the oldest is ${contentOf(detail.result).text}, and it stays in slot ${state.read[0]}.`;
    case "clear":
      return `${name}: everything held is forgotten. The count of everything written stays at ${state.totalWritten}.`;
    default:
      return `${name}: ${listed(detail.result)}`;
  }
}

function pushed(state: RingState, item: string): string {
  const { lost, head, tail, capacity } = state;
  const slot = (head + capacity - 1) % capacity;
  if (lost === null) return `${item} is in slot ${slot}. Head now points to slot ${head}.`;
  if (lost.index === null) {
    return state.room < capacity
      ? `refused, because one slot must stay empty. Nothing changed.`
      : `refused, because the ring is full. Nothing changed.`;
  }
  const old = contentOf(lost.value).text;
  if (tail !== head || state.size === null) {
    return `${item} went over ${old} in slot ${slot}. Nobody had read ${old}, and the ring did not notice.`;
  }
  return `the ring is full, so slot ${slot} gave up ${old}. Head and tail both point to slot ${head}.`;
}

function nothing({ held }: RingState): string {
  return held > 0
    ? `nothing, because the ring takes itself for empty. It holds ${count(held, "item")}.`
    : "nothing, because the ring is empty.";
}

const MOST_LISTED = 6;

function listed(result: Plain): string {
  if (!Array.isArray(result)) return `the answer is ${contentOf(result).text}.`;
  if (result.length === 0) return "there is nothing to give, so the answer is an empty list.";
  const shown = result.slice(0, MOST_LISTED).map((value) => contentOf(value).text);
  const rest = result.length > MOST_LISTED ? ` and ${result.length - MOST_LISTED} more` : "";
  return `the answer is ${shown.join(", ")}${rest}.`;
}
