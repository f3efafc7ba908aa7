import { BackpressureStrategy, type Offer } from "./backpressure-strategy.ts";
import type { GrowableRing } from "./growable-ring.ts";

/** Nearly full means that only a share of the items gets in, drawn by lot. Below the threshold every item does. */
export class SampleStrategy<T> extends BackpressureStrategy<T> {
  /** The share of items that gets in while the buffer is nearly full, 0 … 1. */
  rate: number;
  /** Nearly full: this share of the slots is taken, 0 … 1. */
  threshold: number;
  readonly #draw: () => number;

  /** @param draw gives a number in [0, 1), each as likely as any other */
  constructor(buffer: GrowableRing<T>, draw: () => number, rate = 0.1, threshold = 0.8) {
    super(buffer);
    this.#draw = draw;
    this.rate = rate;
    this.threshold = threshold;
  }

  offer(item: T): Offer<T> {
    const { buffer } = this;
    const crowded = buffer.size >= Math.max(1, this.threshold * buffer.capacity);
    if (crowded && this.#draw() >= this.rate) {
      this.trace?.("sample-away");
      return { became: "sampled-away" };
    }
    if (buffer.push(item)) {
      this.trace?.("store");
      return { became: "stored", evicted: undefined };
    }
    this.trace?.("refuse");
    return { became: "refused" };
  }
}
