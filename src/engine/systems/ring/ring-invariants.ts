import type { Invariant } from "../define-system.ts";
import type { RingState } from "./ring-state.ts";

/** True of every ring, also of one that tells no size: then the items that are really there are counted. */
export const sizeInRange: Invariant<RingState> = {
  id: "size-in-range",
  words: "0 ≤ size ≤ capacity",
  holds: ({ size, room, held }) => (size ?? held) >= 0 && (size ?? held) <= room,
};

/** Whatever stands in the slot before head is the newest item ever written. */
export const headIsNextWrite: Invariant<RingState> = {
  id: "head-is-next-write",
  words: "head is the next slot to write",
  holds: ({ head, capacity, slots, totalWritten }) => {
    const before = slots.at((head + capacity - 1) % capacity);
    return before?.kind !== "item" || before.index === totalWritten - 1;
  },
};

/** The items that are really there are the newest ones, and the oldest of them stands in tail's slot. */
export const tailIsNextRead: Invariant<RingState> = {
  id: "tail-is-next-read",
  words: "tail is the next slot to read",
  holds: ({ tail, slots, held, totalWritten }) => {
    const oldest = slots.at(tail);
    return held === 0 || (oldest?.kind === "item" && oldest.index === totalWritten - held);
  },
};

/** Head = tail is exactly what it is supposed to mean, and the ring's own answers are right. */
const emptyOrFull: Invariant<RingState> = {
  id: "empty-or-full",
  words: "head = tail means empty or full, and only size tells which",
  holds: ({ head, tail, held, capacity, isEmpty, isFull }) =>
    (head === tail) === (held === 0 || held === capacity) &&
    isEmpty === (held === 0) &&
    isFull === (held === capacity),
};

/** A ring that can look items up by global index finds the right ones. */
export const windowFinds: Invariant<RingState> = {
  id: "window-finds",
  words: "getWindow(#n) finds the item #n",
  holds: ({ lookup, slots }) => {
    if (lookup === null) return true;
    const found = slots.at(lookup.slot);
    return found?.kind === "item" && found.index === lookup.index;
  },
};

/** The four sentences that are true of a ring between any two operations. */
export const ringInvariants: readonly Invariant<RingState>[] = [
  sizeInRange,
  headIsNextWrite,
  tailIsNextRead,
  emptyOrFull,
];
