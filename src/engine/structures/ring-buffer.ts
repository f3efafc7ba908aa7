import type { Trace } from "../kernel/trace.ts";

/**
 * A fixed number of slots used round and round: first in, first out, and nothing is ever moved.
 * When it is full it refuses. `head` is the next slot to write, `tail` the next to read
 * (other books swap the two names).
 *
 * Read the fields as you like; only the methods may change them. Fields that are only declared are set when their value is
 * known: an engine then learns their types, and skips a call to a `trace` that the object does not even have.
 */
export class RingBuffer<T> {
  declare readonly capacity: number;
  declare readonly slots: (T | undefined)[];
  head = 0;
  tail = 0;
  size = 0;
  /** How many items were ever accepted. `clear` does not reset it. The next item's global index. */
  totalWritten = 0;
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

  /** Store an item. False, and nothing changes, when the ring is full. */
  push(item: T): boolean {
    if (this.size === this.capacity) {
      this.trace?.("refuse");
      return false;
    }
    this.slots[this.head] = item;
    this.trace?.("write", { slot: this.head, index: this.totalWritten });
    if (++this.head === this.capacity) this.head = 0;
    this.trace?.("advance-head", { to: this.head });
    this.size += 1;
    this.trace?.("grow", { size: this.size });
    this.totalWritten += 1;
    this.trace?.("count", { totalWritten: this.totalWritten });
    return true;
  }

  /** Take the oldest item and clear its slot. Undefined when the ring is empty. */
  pop(): T | undefined {
    if (this.size === 0) {
      this.trace?.("nothing-there");
      return undefined;
    }
    const item = this.slots[this.tail];
    this.trace?.("read", { slot: this.tail });
    this.slots[this.tail] = undefined;
    this.trace?.("clear-slot", { slot: this.tail });
    if (++this.tail === this.capacity) this.tail = 0;
    this.trace?.("advance-tail", { to: this.tail });
    this.size -= 1;
    this.trace?.("shrink", { size: this.size });
    return item;
  }

  /** The oldest item, left where it is. Undefined when the ring is empty. */
  peek(): T | undefined {
    if (this.size === 0) {
      this.trace?.("nothing-there");
      return undefined;
    }
    this.trace?.("look", { slot: this.tail });
    return this.slots[this.tail];
  }

  isEmpty(): boolean {
    return this.size === 0;
  }

  isFull(): boolean {
    return this.size === this.capacity;
  }

  /** Forget everything held. `totalWritten` goes on counting, so global indices stay true. */
  clear(): void {
    this.slots.fill(undefined);
    this.trace?.("clear-slots");
    this.head = 0;
    this.trace?.("reset-head");
    this.tail = 0;
    this.trace?.("reset-tail");
    this.size = 0;
    this.trace?.("reset-size");
  }

  /** Oldest to newest. */
  *[Symbol.iterator](): IterableIterator<T> {
    for (let i = 0, slot = this.tail; i < this.size; i++, slot = this.next(slot)) {
      yield this.slots[slot] as T;
    }
  }

  /** For example `RingBuffer(3/8) [A, B, C] head=3 tail=0`. */
  toString(): string {
    const items = [...this].map(String).join(", ");
    return `${this.constructor.name}(${this.size}/${this.capacity}) [${items}] head=${this.head} tail=${this.tail}`;
  }

  protected next(slot: number): number {
    return slot + 1 === this.capacity ? 0 : slot + 1;
  }
}
