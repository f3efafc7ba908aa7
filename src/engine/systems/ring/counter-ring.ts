import { CounterRing } from "../../structures/counter-ring.ts";
import { defineSystem, type Invariant } from "../define-system.ts";
import { RingInstance } from "./ring-instance.ts";
import { headIsNextWrite, sizeInRange, tailIsNextRead } from "./ring-invariants.ts";
import { ringOperations, ringParameters } from "./ring-operations.ts";
import type { RingState } from "./ring-state.ts";

const distance: Invariant<RingState> = {
  id: "empty-or-full",
  words: "head = tail means empty, head = tail + capacity means full",
  holds: ({ counters, held, capacity, isEmpty, isFull }) => {
    if (counters === null) return false;
    const { head, tail } = counters;
    return (
      (head === tail) === (held === 0) &&
      (head === tail + capacity) === (held === capacity) &&
      isEmpty === (held === 0) &&
      isFull === (held === capacity)
    );
  },
};

/** The second remedy for a ring without a size. */
export const counterRing = defineSystem({
  id: "counter-ring",
  title: "Ring with counters that never wrap",
  summary: "Head and tail count on for ever. The slot is the counter mod capacity, the size is head − tail.",
  views: ["ring", "tape"],
  parameters: ringParameters,
  operations: ringOperations<CounterRing<string | undefined>>("CounterRing"),
  invariants: [
    { ...sizeInRange, words: "0 ≤ head − tail ≤ capacity" },
    headIsNextWrite,
    tailIsNextRead,
    distance,
  ],
  create: ({ capacity }, context) =>
    new RingInstance(new CounterRing<string | undefined>(capacity), context, { counts: true }),
  begin: (instance, operation, values) => instance.begin(operation, values.item as string | undefined),
  snapshot: (instance) => instance.snapshot(),
});
