import { OneSlotEmptyRing } from "../../structures/one-slot-empty-ring.ts";
import { defineSystem, type Invariant } from "../define-system.ts";
import { whole } from "../fields.ts";
import { RingInstance } from "./ring-instance.ts";
import { headIsNextWrite, sizeInRange, tailIsNextRead } from "./ring-invariants.ts";
import { LARGEST_RING, ringOperations } from "./ring-operations.ts";
import type { RingState } from "./ring-state.ts";

const onlyEmpty: Invariant<RingState> = {
  id: "empty-or-full",
  words: "head = tail means empty, and full is one slot before that",
  holds: ({ head, tail, held, room, isEmpty, isFull }) =>
    (head === tail) === (held === 0) && isEmpty === (held === 0) && isFull === (held === room),
};

/** The first remedy for a ring without a size. */
export const oneSlotEmptyRing = defineSystem({
  id: "one-slot-empty-ring",
  title: "Ring with one slot left empty",
  summary: "It needs no size: it never fills its last free slot, so head = tail can only mean empty.",
  views: ["ring", "tape"],
  parameters: {
    capacity: whole({
      min: 2,
      max: LARGEST_RING,
      default: 8,
      unit: "slots",
      help: "How many slots the ring has. It holds one item less.",
    }),
  },
  operations: ringOperations<OneSlotEmptyRing<string | undefined>>("OneSlotEmptyRing"),
  invariants: [
    { ...sizeInRange, words: "0 ≤ size ≤ capacity − 1" },
    headIsNextWrite,
    tailIsNextRead,
    onlyEmpty,
  ],
  create: ({ capacity }, context) =>
    new RingInstance(new OneSlotEmptyRing<string | undefined>(capacity), context, { room: capacity - 1 }),
  begin: (instance, operation, values) => instance.begin(operation, values.item as string | undefined),
  snapshot: (instance) => instance.snapshot(),
});
