import type { Trace } from "../../kernel/trace.ts";

/**
 * A ring that keeps no size and reads head = tail as “empty”. It is wrong as soon as it is full, because then head = tail
 * as well: it takes itself for empty, gives nothing back, and writes over what it holds without a word.
 */
export class RingWithoutSize<T> {
  declare readonly capacity: number;
  declare readonly slots: (T | undefined)[];
  head = 0;
  tail = 0;
  /** How many items were ever accepted: the next item's global index. */
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

  /** Store an item. Always true: with head and tail alone there is no telling that the ring is full. */
  push(item: T): boolean {
    this.slots[this.head] = item;
    this.trace?.("write", { slot: this.head, index: this.totalWritten });
    this.head = this.next(this.head);
    this.trace?.("advance-head", { to: this.head });
    this.totalWritten += 1;
    this.trace?.("count", { totalWritten: this.totalWritten });
    return true;
  }

  /** Take the item at tail. Undefined when head = tail, whether the ring is empty or full. */
  pop(): T | undefined {
    if (this.head === this.tail) {
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

  /** The item at tail, left where it is. Undefined when head = tail. */
  peek(): T | undefined {
    if (this.head === this.tail) {
      this.trace?.("nothing-there");
      return undefined;
    }
    this.trace?.("look", { slot: this.tail });
    return this.slots[this.tail];
  }

  /** True also when the ring is full. */
  isEmpty(): boolean {
    return this.head === this.tail;
  }

  /** Never: whatever looks full looks empty too, and this ring has decided for empty. */
  isFull(): boolean {
    return false;
  }

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
