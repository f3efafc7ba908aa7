import { BackpressureStrategy, type Offer } from "./backpressure-strategy.ts";

/** Full means that the newcomer is refused. What has been accepted will be served. */
export class DropNewestStrategy<T> extends BackpressureStrategy<T> {
  offer(item: T): Offer<T> {
    if (this.buffer.push(item)) {
      this.trace?.("store");
      return { became: "stored", evicted: undefined };
    }
    this.trace?.("refuse");
    return { became: "refused" };
  }
}
