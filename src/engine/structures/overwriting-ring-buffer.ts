import { RingBuffer } from "./ring-buffer.ts";

/** A ring that never refuses: when it is full, the newest item takes the slot of the oldest. */
export class OverwritingRingBuffer<T> extends RingBuffer<T> {
  /** Store an item, over the oldest one if need be. Always true. */
  override push(item: T): true {
    if (this.size === this.capacity) {
      this.trace?.("overwrite", { slot: this.tail, index: this.totalWritten - this.size });
      this.slots[this.head] = item;
      this.trace?.("write", { slot: this.head, index: this.totalWritten });
      if (++this.head === this.capacity) this.head = 0;
      this.trace?.("advance-head", { to: this.head });
      this.tail = this.head;
      this.trace?.("advance-tail", { to: this.tail });
    } else {
      this.slots[this.head] = item;
      this.trace?.("write", { slot: this.head, index: this.totalWritten });
      if (++this.head === this.capacity) this.head = 0;
      this.trace?.("advance-head", { to: this.head });
      this.size += 1;
      this.trace?.("grow", { size: this.size });
    }
    this.totalWritten += 1;
    this.trace?.("count", { totalWritten: this.totalWritten });
    return true;
  }

  /** Up to `n` items, newest first; none when `n` is 0 or less. */
  getRecent(n: number): T[] {
    const recent: T[] = [];
    let slot = this.head;
    for (let i = 0; i < Math.min(n, this.size); i++) {
      slot = this.previous(slot);
      this.trace?.("read", { slot });
      recent.push(this.slots[slot] as T);
    }
    return recent;
  }

  /**
   * `length` items of the endless stream from global index `start` on. An item that was overwritten, popped
   * or cleared is null; the list stops before the first item that is not yet written.
   *
   * @throws RangeError when `start` is not a whole number from 0 on
   */
  getWindow(start: number, length: number): (T | null)[] {
    if (!Number.isSafeInteger(start) || start < 0) {
      throw new RangeError(`start must be a whole number, 0 or more; got ${String(start)}`);
    }
    const window: (T | null)[] = [];
    for (let index = start; index < Math.min(start + length, this.totalWritten); index++) {
      if (index < this.totalWritten - this.size) {
        this.trace?.("gone", { index });
        window.push(null);
      } else {
        const slot = this.slotOf(index);
        this.trace?.("read", { slot, index });
        window.push(this.slots[slot] as T);
      }
    }
    return window;
  }

  /**
   * The slot of an item that the ring holds, by global index. Counted back from head, because `clear` restarts head
   * but not the count of everything written.
   */
  slotOf(index: number): number {
    const back = this.totalWritten - index;
    return this.head >= back ? this.head - back : this.head - back + this.capacity;
  }

  protected previous(slot: number): number {
    return slot === 0 ? this.capacity - 1 : slot - 1;
  }
}
