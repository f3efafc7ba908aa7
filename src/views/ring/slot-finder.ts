import type { RingState } from "../../engine/index.ts";

/** Rings up to this capacity are searched for a number; in larger ones it is where head's place puts it. */
const SEARCHED = 64;

/** The slot that still knows a number of the stream, when `written` items are written: it holds it, or held it last. */
export function slotFinder(state: RingState, written: number): (index: number) => number | undefined {
  const { capacity, slots, head } = state;
  const has = (slot: number, index: number): boolean => {
    const there = slots.at(slot);
    return there !== undefined && there.kind !== "never" && there.index === index;
  };
  if (capacity > SEARCHED) {
    return (index) => {
      const slot = (((head - (written - index)) % capacity) + capacity) % capacity;
      return [slot, (slot + 1) % capacity].find((candidate) => has(candidate, index));
    };
  }
  const places = new Map<number, number>();
  for (let slot = 0; slot < capacity; slot++) {
    const there = slots.at(slot);
    if (there !== undefined && there.kind !== "never") places.set(there.index, slot);
  }
  return (index) => places.get(index);
}
