import { GrowableRing } from "../growable-ring.ts";

/**
 * A ring that grows by changing the number alone: every item stays in its slot. That is right only while the items do not run
 * over the end of the array. After a wrap the new slots lie in the middle of the items: they are read before anything was
 * written there, and what comes next is written where the reader will not look in time.
 */
export class NumberGrowingRing<T> extends GrowableRing<T> {
  override enlarge(capacity: number): void {
    if (!(Number.isSafeInteger(capacity) && capacity > this.capacity)) {
      throw new RangeError(`the new capacity must be above ${this.capacity}; got ${String(capacity)}`);
    }
    this.capacity = capacity;
    this.trace?.("change-number", { capacity });
  }
}
