import { BackpressureStrategy, type Offer } from "./backpressure-strategy.ts";
import type { GrowableRing } from "./growable-ring.ts";

/** Nearly full means more slots, half as many again, up to a bound. At the bound the newcomer is refused. */
export class GrowStrategy<T> extends BackpressureStrategy<T> {
  readonly bound: number;
  readonly #threshold: number;
  readonly #factor: number;

  /**
   * @param bound the most slots there may ever be
   * @param threshold grow when more than this share of the slots would be taken, 0 … 1
   * @param factor how many times as many slots it goes on with; at least one more
   */
  constructor(buffer: GrowableRing<T>, bound: number, threshold = 0.8, factor = 1.5) {
    super(buffer);
    this.bound = bound;
    this.#threshold = threshold;
    this.#factor = factor;
  }

  offer(item: T): Offer<T> {
    const { buffer } = this;
    if (buffer.size + 1 > this.#threshold * buffer.capacity && buffer.capacity < this.bound) {
      const larger = Math.max(buffer.capacity + 1, Math.floor(buffer.capacity * this.#factor));
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
