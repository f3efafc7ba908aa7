import type { Trace } from "../kernel/trace.ts";

/**
 * A queue in a plain array. The oldest item always stands in place 0, so taking it moves every other item one place
 * down, as `Array.prototype.shift` does; here the loop is written out, so that each move can be seen.
 */
export class ArrayQueue<T> {
  declare readonly capacity: number;
  readonly items: T[] = [];
  /** Who listens, if anybody. */
  declare trace: Trace | undefined;

  /** @throws RangeError when the capacity is not a positive whole number */
  constructor(capacity: number) {
    if (!Number.isSafeInteger(capacity) || capacity < 1) {
      throw new RangeError(`capacity must be a positive whole number; got ${String(capacity)}`);
    }
    this.capacity = capacity;
  }

  get size(): number {
    return this.items.length;
  }

  /** Store an item behind the others. False, and nothing changes, when the queue is full. */
  push(item: T): boolean {
    if (this.items.length === this.capacity) {
      this.trace?.("refuse");
      return false;
    }
    this.items.push(item);
    this.trace?.("write", { slot: this.items.length - 1 });
    return true;
  }

  /** Take the item in place 0 and move all the others one place down. Undefined when the queue is empty. */
  pop(): T | undefined {
    if (this.items.length === 0) {
      this.trace?.("nothing-there");
      return undefined;
    }
    const item = this.items[0];
    this.trace?.("read", { slot: 0 });
    for (let place = 1; place < this.items.length; place++) {
      this.items[place - 1] = this.items[place] as T;
      this.trace?.("move", { from: place, to: place - 1 });
    }
    this.items.length -= 1;
    this.trace?.("shorten", { length: this.items.length });
    return item;
  }
  /** The item in place 0, left where it is. Undefined when the queue is empty. */
  peek(): T | undefined {
    return this.items[0];
  }
}
