import { RingBuffer } from "./ring-buffer.ts";

/** A ring that can be given more slots while it is in use. */
export class GrowableRing<T> extends RingBuffer<T> {
  declare capacity: number;
  declare slots: (T | undefined)[];

  /**
   * Go on with more slots: a new array, and every item copied into it from the oldest to the newest. They keep their order and
   * their global indices. The cost is in proportion to what the ring holds.
   *
   * @throws RangeError when the capacity is not a whole number above the present one
   */
  enlarge(capacity: number): void {
    if (!(Number.isSafeInteger(capacity) && capacity > this.capacity)) {
      throw new RangeError(`the new capacity must be above ${this.capacity}; got ${String(capacity)}`);
    }
    const slots = [...new Array<T | undefined>(capacity)];
    this.trace?.("allocate", { capacity });
    for (let i = 0, slot = this.tail; i < this.size; i++, slot = this.next(slot)) {
      slots[i] = this.slots[slot];
      this.trace?.("copy", { from: slot, to: i });
    }
    this.slots = slots;
    this.capacity = capacity;
    this.trace?.("use-new", { capacity });
    this.tail = 0;
    this.trace?.("reset-tail", { to: 0 });
    this.head = this.size;
    this.trace?.("set-head", { to: this.size });
  }
}
