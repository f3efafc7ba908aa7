import type { Detail } from "../../../src/engine/index.ts";
import { OverwritingRingBuffer } from "../../../src/engine/structures/overwriting-ring-buffer.ts";
import { RingBuffer } from "../../../src/engine/structures/ring-buffer.ts";
import { bareOverwrites, barePairs } from "./bare.ts";
import { CAPACITY, type Item, overwrites, pairs, type Work } from "./work.ts";

interface Contender {
  readonly name: string;
  /** Part of the comparison: a package from npm, not one of ours and not the bare loop. */
  readonly isPackage: boolean;
  /** Made in the contender's own process; a package is loaded there and nowhere else. */
  make(): Work | Promise<Work>;
}

/** What is measured, and who takes part in it; ours first. */
export const matches: { readonly [work: string]: readonly [Contender, ...Contender[]] } = {
  "push and pop, at every level of filling": [
    { name: "RingBuffer", isPackage: false, make: () => ringPairs(new RingBuffer<Item>(CAPACITY)) },
    {
      name: "mnemonist FixedDeque",
      isPackage: true,
      make: async () => {
        const { FixedDeque } = await import("mnemonist");
        const deque = new FixedDeque<Item>(Array, CAPACITY);
        return pairs(
          (item) => deque.push(item),
          () => deque.shift(),
        );
      },
    },
    {
      name: "mnemonist CircularBuffer",
      isPackage: true,
      make: async () => {
        const { CircularBuffer } = await import("mnemonist");
        const buffer = new CircularBuffer<Item>(Array, CAPACITY);
        return pairs(
          (item) => buffer.push(item),
          () => buffer.shift(),
        );
      },
    },
    {
      name: "denque",
      isPackage: true,
      make: async () => {
        const { default: Denque } = await import("denque");
        const deque = new Denque<Item>([], { capacity: CAPACITY });
        return pairs(
          (item) => deque.push(item),
          () => deque.shift(),
        );
      },
    },
    { name: "a bare array in a loop", isPackage: false, make: barePairs },
    {
      name: "RingBuffer, trace on",
      isPackage: false,
      make: () => ringPairs(traced(new RingBuffer<Item>(CAPACITY))),
    },
  ],
  "push over the oldest": [
    {
      name: "OverwritingRingBuffer",
      isPackage: false,
      make: () => ringOverwrites(new OverwritingRingBuffer<Item>(CAPACITY)),
    },
    {
      name: "mnemonist CircularBuffer",
      isPackage: true,
      make: async () => {
        const { CircularBuffer } = await import("mnemonist");
        const buffer = new CircularBuffer<Item>(Array, CAPACITY);
        return overwrites(
          (item) => buffer.push(item),
          () => buffer.peekFirst(),
        );
      },
    },
    {
      name: "denque",
      isPackage: true,
      make: async () => {
        const { default: Denque } = await import("denque");
        const deque = new Denque<Item>([], { capacity: CAPACITY });
        return overwrites(
          (item) => deque.push(item),
          () => deque.peekFront(),
        );
      },
    },
    { name: "a bare array in a loop", isPackage: false, make: bareOverwrites },
    {
      name: "OverwritingRingBuffer, trace on",
      isPackage: false,
      make: () => ringOverwrites(traced(new OverwritingRingBuffer<Item>(CAPACITY))),
    },
  ],
};

function ringPairs(ring: RingBuffer<Item>): Work {
  return pairs(
    (item) => ring.push(item),
    () => ring.pop(),
  );
}

function ringOverwrites(ring: OverwritingRingBuffer<Item>): Work {
  return overwrites(
    (item) => ring.push(item),
    () => ring.peek(),
  );
}

/** Somebody listens, and keeps what was told last. */
function traced<Ring extends RingBuffer<Item>>(ring: Ring): Ring {
  const heard: { mark: string; detail: Detail | undefined } = { mark: "", detail: undefined };
  ring.trace = (mark, detail) => {
    heard.mark = mark;
    heard.detail = detail;
  };
  return ring;
}
