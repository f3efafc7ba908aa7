import type { Frame, RingState } from "../../engine/index.ts";

/** Head and tail in slots from the first one, counting on past a full turn, so that they travel forward. */
export interface Turns {
  readonly head: number;
  readonly tail: number;
}

/** Rings up to this capacity are searched for their newest item after a reset. */
const SEARCHED = 64;

/**
 * Where head and tail stand, unwrapped: congruent to their slots, and as far on as the counts say. It follows from one
 * frame alone, so that a picture does not depend on what was shown before it.
 */
export function turnsOf({ state, cause }: Frame<RingState>): Turns {
  const head = headTurns(state);
  return { head, tail: tailTurns(state, cause, head) };
}

function headTurns({ head, capacity, totalWritten, slots }: RingState): number {
  const before = slots.at((head + capacity - 1) % capacity);
  // Between the step of head and the count of the item, the item is written and not counted yet.
  const uncounted = capacity > 1 && before?.kind === "item" && before.index === totalWritten;
  return atOrAfter(totalWritten + (uncounted ? 1 : 0), head, capacity);
}

function tailTurns(state: RingState, cause: Frame["cause"], head: number): number {
  const { tail, capacity, totalWritten } = state;
  const size = state.size ?? state.held;
  if (cause.operation === "clear") {
    if (cause.mark === "reset-tail" || cause.mark === "reset-size") return head;
    if (cause.mark === "reset-head") {
      return nearest(atOrAfter(totalWritten, afterNewest(state), capacity) - size, tail, capacity);
    }
  }
  // Pointer and size move one after the other: in between, size lags behind the pointers by one.
  const lag = cause.mark === "advance-head" ? -1 : 0;
  const lead = cause.mark === "advance-tail" && cause.operation === "pop" ? 1 : 0;
  return nearest(head + lag + lead - size, tail, capacity);
}

/** The slot after the newest item, which is where head was before a reset. */
function afterNewest({ capacity, slots, totalWritten }: RingState): number {
  for (let slot = 0; slot < Math.min(capacity, SEARCHED); slot++) {
    const there = slots.at(slot);
    if (there !== undefined && there.kind !== "never" && there.index === totalWritten - 1) {
      return (slot + 1) % capacity;
    }
  }
  return totalWritten % capacity;
}

/** The least number from `least` on that stands for `slot`. */
function atOrAfter(least: number, slot: number, capacity: number): number {
  return least + ((((slot - least) % capacity) + capacity) % capacity);
}

/** The number nearest to `estimate` that stands for `slot`; the greater of two. */
function nearest(estimate: number, slot: number, capacity: number): number {
  return atOrAfter(estimate - Math.ceil(capacity / 2) + 1, slot, capacity);
}
