import { BackpressureStrategy, type Offer } from "./backpressure-strategy.ts";
import type { GrowableRing } from "./growable-ring.ts";

/** Nearly full means more slots, half as many again, up to a bound. At the bound the newcomer is refused. */
export class GrowStrategy<T> extends BackpressureStrategy<T> {
  /** The most slots there may ever be. */
  bound: number;
  /** It grows when more than this share of the slots would be taken, 0 … 1. */
  threshold: number;
  /** How many times as many slots it goes on with; at least one more. */
  factor: number;

  constructor(buffer: GrowableRing<T>, bound: number, threshold = 0.8, factor = 1.5) {
    super(buffer);
    this.bound = bound;
    this.threshold = threshold;
    this.factor = factor;
  }

  offer(item: T): Offer<T> {
    const { buffer } = this;
    if (buffer.size + 1 > this.threshold * buffer.capacity && buffer.capacity < this.bound) {
      const larger = Math.max(buffer.capacity + 1, Math.floor(buffer.capacity * this.factor));
      buffer.enlarge(Math.min(this.bound, larger));
      this.trace?.("enlarge", { capacity: buffer.capacity });
    }
    if (buffer.push(item)) {
      this.trace?.("store");
      return { became: "stored", evicted: undefined };
    }
    this.trace?.("refuse");
    return { became: "refused" };
  }
}
