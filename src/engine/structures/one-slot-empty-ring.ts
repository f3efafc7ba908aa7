import type { Trace } from "../kernel/trace.ts";

/**
 * A ring that needs no size: it never fills its last free slot, so head = tail can only mean empty.
 * The price is one slot: `capacity` slots hold `capacity − 1` items.
 */
export class OneSlotEmptyRing<T> {
  declare readonly capacity: number;
  declare readonly slots: (T | undefined)[];
  head = 0;
  tail = 0;
  /** How many items were ever accepted: the next item's global index. */
  totalWritten = 0;
  /** Who listens, if anybody. */
  declare trace: Trace | undefined;

  /** @throws RangeError when the capacity is not a whole number from 2 on: a single slot could hold nothing */
  constructor(capacity: number) {
    if (!Number.isSafeInteger(capacity) || capacity < 2) {
      throw new RangeError(`capacity must be a whole number, 2 or more; got ${String(capacity)}`);
    }
    this.capacity = capacity;
    this.slots = [...new Array<undefined>(capacity)];
  }

  /** How far head is ahead of tail, round the ring. */
  get size(): number {
    return this.head >= this.tail ? this.head - this.tail : this.head - this.tail + this.capacity;
  }

  /** Store an item. False, and nothing changes, when head is just behind tail. */
  push(item: T): boolean {
    if (this.isFull()) {
      this.trace?.("refuse");
      return false;
    }
    this.slots[this.head] = item;
    this.trace?.("write", { slot: this.head, index: this.totalWritten });
    this.head = this.next(this.head);
    this.trace?.("advance-head", { to: this.head });
    this.totalWritten += 1;
    this.trace?.("count", { totalWritten: this.totalWritten });
    return true;
  }

  /** Take the oldest item and clear its slot. Undefined when the ring is empty. */
  pop(): T | undefined {
    if (this.isEmpty()) {
      this.trace?.("nothing-there");
      return undefined;
    }
    const item = this.slots[this.tail];
    this.trace?.("read", { slot: this.tail });
    this.slots[this.tail] = undefined;
    this.trace?.("clear-slot", { slot: this.tail });
    this.tail = this.next(this.tail);
    this.trace?.("advance-tail", { to: this.tail });
    return item;
  }

  /** The oldest item, left where it is. Undefined when the ring is empty. */
  peek(): T | undefined {
    if (this.isEmpty()) {
      this.trace?.("nothing-there");
      return undefined;
    }
    this.trace?.("look", { slot: this.tail });
    return this.slots[this.tail];
  }

  isEmpty(): boolean {
    return this.head === this.tail;
  }

  isFull(): boolean {
    return this.next(this.head) === this.tail;
  }

  /** Forget everything held. `totalWritten` goes on counting. */
  clear(): void {
    this.slots.fill(undefined);
    this.trace?.("clear-slots");
    this.head = 0;
    this.trace?.("reset-head");
    this.tail = 0;
    this.trace?.("reset-tail");
  }

  protected next(slot: number): number {
    return slot + 1 === this.capacity ? 0 : slot + 1;
  }
}
