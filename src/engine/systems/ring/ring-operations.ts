import type { Operation } from "../define-system.ts";
import { type Fields, item, whole } from "../fields.ts";
import type { AnyRing, RingInstance } from "./ring-instance.ts";

/** The largest ring that a page offers. */
export const LARGEST_RING = 1_000_000;

/** The parameters of every ring. */
export const ringParameters = {
  capacity: whole({
    min: 1,
    max: LARGEST_RING,
    default: 8,
    unit: "slots",
    help: "How many slots the ring has.",
  }),
};

const pushArguments = { item: item({ default: "A", help: "What to store." }) };

/** The operations that every ring has, showing the source of the given structure. */
export function ringOperations<R extends AnyRing>(structure: string) {
  const operation = <F extends Fields>(
    definition: Omit<Operation<RingInstance<R>, F>, "source"> & { method: string },
  ) => {
    const { method, ...rest } = definition;
    return { ...rest, source: { structure, method } };
  };
  return {
    push: operation({
      help: "Store an item at head.",
      arguments: pushArguments,
      shortcut: "p",
      method: "push",
      run: ({ ring }, values) => ring.push(values.item),
    }),
    pop: operation({
      help: "Take the oldest item, at tail.",
      arguments: {},
      shortcut: "o",
      method: "pop",
      run: ({ ring }) => ring.pop(),
    }),
    peek: operation({
      help: "Look at the oldest item and leave it there.",
      arguments: {},
      method: "peek",
      run: ({ ring }) => ring.peek(),
    }),
    clear: operation({
      help: "Forget everything held. The count of everything written goes on.",
      arguments: {},
      method: "clear",
      run: ({ ring }) => {
        ring.clear();
        return undefined;
      },
    }),
  };
}
