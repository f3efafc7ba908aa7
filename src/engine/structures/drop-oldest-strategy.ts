import { BackpressureStrategy, type Offer } from "./backpressure-strategy.ts";

/** Full means that the oldest gives way. What is in the buffer is always the newest there is. */
export class DropOldestStrategy<T> extends BackpressureStrategy<T> {
  offer(item: T): Offer<T> {
    let evicted: T | undefined;
    if (this.buffer.isFull()) {
      evicted = this.buffer.pop();
      this.trace?.("evict");
    }
    this.buffer.push(item);
    this.trace?.("store");
    return { became: "stored", evicted };
  }
}
