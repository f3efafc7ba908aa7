import type { Trace } from "../kernel/trace.ts";

/**
 * A ring whose head and tail are counters that never wrap: the slot is the counter mod capacity, the size is head − tail,
 * and no slot is lost. Head is also the count of everything ever written. The Linux kernel's kfifo works this way.
 */
export class CounterRing<T> {
  declare readonly capacity: number;
  declare readonly slots: (T | undefined)[];
  /** How many items were ever written: the next item's global index. */
  head = 0;
  /** How many items were ever read or cleared: the oldest item's global index. */
  tail = 0;
  /** Who listens, if anybody. */
  declare trace: Trace | undefined;

  /** @throws RangeError when the capacity is not a positive whole number */
  constructor(capacity: number) {
    if (!Number.isSafeInteger(capacity) || capacity < 1) {
      throw new RangeError(`capacity must be a positive whole number; got ${String(capacity)}`);
    }
    this.capacity = capacity;
    this.slots = [...new Array<undefined>(capacity)];
  }

  get size(): number {
    return this.head - this.tail;
  }

  get totalWritten(): number {
    return this.head;
  }

  /** Store an item. False, and nothing changes, when the ring is full. */
  push(item: T): boolean {
    if (this.isFull()) {
      this.trace?.("refuse");
      return false;
    }
    const slot = this.head % this.capacity;
    this.slots[slot] = item;
    this.trace?.("write", { slot, index: this.head });
    this.head += 1;
    this.trace?.("advance-head", { to: this.head % this.capacity, counter: this.head });
    return true;
  }

  /** Take the oldest item and clear its slot. Undefined when the ring is empty. */
  pop(): T | undefined {
    if (this.isEmpty()) {
      this.trace?.("nothing-there");
      return undefined;
    }
    const slot = this.tail % this.capacity;
    const item = this.slots[slot];
    this.trace?.("read", { slot });
    this.slots[slot] = undefined;
    this.trace?.("clear-slot", { slot });
    this.tail += 1;
    this.trace?.("advance-tail", { to: this.tail % this.capacity, counter: this.tail });
    return item;
  }

  /** The oldest item, left where it is. Undefined when the ring is empty. */
  peek(): T | undefined {
    if (this.isEmpty()) {
      this.trace?.("nothing-there");
      return undefined;
    }
    const slot = this.tail % this.capacity;
    this.trace?.("look", { slot });
    return this.slots[slot];
  }

  isEmpty(): boolean {
    return this.head === this.tail;
  }

  isFull(): boolean {
    return this.head - this.tail === this.capacity;
  }

  /** Forget everything held. Head stays, so global indices stay true. */
  clear(): void {
    this.slots.fill(undefined);
    this.trace?.("clear-slots");
    this.tail = this.head;
    this.trace?.("reset-tail");
  }
}
