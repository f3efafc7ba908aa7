import { ArrayQueue } from "../../structures/array-queue.ts";
import { RingBuffer } from "../../structures/ring-buffer.ts";
import { defineSystem, type Invariant } from "../define-system.ts";
import { item, whole } from "../fields.ts";
import { ArrayQueueInstance } from "./array-queue-instance.ts";
import { RingInstance } from "./ring-instance.ts";
import type { ShiftComparisonState } from "./shift-comparison-state.ts";

interface Pair {
  readonly ring: RingInstance<RingBuffer<string | undefined>>;
  readonly queue: ArrayQueueInstance;
  /** The ring has done its part of an operation. */
  ringIsDone(): void;
  /** How many items have gone from one slot of the ring to another. */
  moves: number;
}

const sameItems: Invariant<ShiftComparisonState> = {
  id: "same-items",
  words: "both hold the same items in the same order",
  holds: ({ ring, queue }) =>
    queue.length === ring.held &&
    queue.items.every((queued, place) => {
      const slot = ring.slots.at((ring.tail + place) % ring.capacity);
      return place < queue.length
        ? slot?.kind === "item" && queued !== null && slot.index === queued.index
        : queued === null;
    }),
};

const ringMovesNothing: Invariant<ShiftComparisonState> = {
  id: "ring-moves-nothing",
  words: "the ring moves no item, ever",
  holds: ({ moves }) => moves.ring === 0,
};

/**
 * The same operations on a ring and on an array queue. The ring goes first and is shown in one step (mark `ring`);
 * then the queue is shown move by move.
 */
export const shiftComparison = defineSystem({
  id: "shift-comparison",
  title: "Ring beside Array.shift()",
  summary: "A queue in a plain array moves every item when one is taken; the ring beside it moves none.",
  views: ["shift"],
  parameters: {
    capacity: whole({
      min: 1,
      max: 64,
      default: 8,
      unit: "slots",
      help: "How many items each of the two holds at most.",
    }),
  },
  operations: {
    push: {
      help: "Store an item in both.",
      arguments: { item: item({ default: "A", help: "What to store." }) },
      shortcut: "p",
      source: { structure: "ArrayQueue", method: "push" },
      run: (pair: Pair, values: { readonly item: string | undefined }) => {
        pair.ring.ring.push(values.item);
        pair.ringIsDone();
        return pair.queue.queue.push(values.item);
      },
    },
    pop: {
      help: "Take the oldest item from both.",
      arguments: {},
      shortcut: "o",
      source: { structure: "ArrayQueue", method: "pop" },
      run: (pair: Pair) => {
        pair.ring.ring.pop();
        pair.ringIsDone();
        return pair.queue.queue.pop();
      },
    },
  },
  invariants: [sameItems, ringMovesNothing],
  create: ({ capacity }, { trace }): Pair => {
    const ring = new RingBuffer<string | undefined>(capacity);
    let before = [...ring.slots];
    const pair: Pair = {
      ring: new RingInstance(ring, { trace: () => {} }),
      queue: new ArrayQueueInstance(new ArrayQueue<string | undefined>(capacity), trace),
      ringIsDone: () => {
        pair.moves += movesBetween(before, ring.slots);
        before = [...ring.slots];
        trace("ring");
      },
      moves: 0,
    };
    return pair;
  },
  begin: ({ ring, queue }, operation, values) => {
    ring.begin(operation, values.item as string | undefined);
    queue.begin(operation, values.item as string | undefined);
  },
  snapshot: ({ ring, queue, moves }): ShiftComparisonState =>
    Object.freeze({
      ring: ring.snapshot(),
      queue: queue.snapshot(),
      moves: Object.freeze({ ring: moves, queue: queue.moves }),
    }),
});

/**
 * How many items one operation moved, by what the slots held before and after it: it may write or empty one slot; every
 * other slot that changed got its item from a neighbour.
 */
export function movesBetween(
  before: readonly (string | undefined)[],
  after: readonly (string | undefined)[],
): number {
  return Math.max(0, after.filter((item, slot) => item !== before[slot]).length - 1);
}
