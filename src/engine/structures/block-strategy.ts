import { BackpressureStrategy, type Offer } from "./backpressure-strategy.ts";

/** Full means wait. Nothing is lost, and the producer stands still. */
export class BlockStrategy<T> extends BackpressureStrategy<T> {
  offer(item: T): Offer<T> {
    if (this.buffer.push(item)) {
      this.trace?.("store");
      return { became: "stored", evicted: undefined };
    }
    this.trace?.("wait");
    return { became: "waits" };
  }
}
