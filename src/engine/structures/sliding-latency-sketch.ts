import { LatencySketch } from "./latency-sketch.ts";

/**
 * A {@link LatencySketch} of the recent past alone: a ring of sketches, one for each part of the window, and all of them
 * merged. When a part has passed, the oldest sketch is cleared and used again. What it tells is of the last `span` ms, give or take
 * one part: of more than span − span/parts and of no more than `span`.
 */
export class SlidingLatencySketch {
  readonly span: number;
  readonly #part: number;
  readonly #ring: readonly LatencySketch[];
  readonly #merged = new LatencySketch();
  /** How many parts have begun since time 0, but one: the number of the open part. */
  #open = 0;

  /**
   * @param span how far back it looks, in ms
   * @param parts how many sketches share the span; more of them slide more smoothly
   * @throws RangeError when the span is not above 0 or the parts are not a positive whole number
   */
  constructor(span: number, parts = 10) {
    if (!(span > 0 && span < Number.POSITIVE_INFINITY)) {
      throw new RangeError(`a span must be longer than 0 ms, and finite; got ${String(span)}`);
    }
    if (!(Number.isSafeInteger(parts) && parts > 0)) {
      throw new RangeError(`parts must be a positive whole number; got ${String(parts)}`);
    }
    this.span = span;
    this.#part = span / parts;
    this.#ring = Array.from({ length: parts }, () => new LatencySketch());
  }

  /** How many values are in the window. */
  get count(): number {
    return this.#merged.count;
  }

  /** Count a latency of `value` ms at `now`. A time before the open part counts as the open part. */
  record(value: number, now: number): void {
    this.slideTo(now);
    this.#ring[this.#open % this.#ring.length]?.record(value);
    this.#merged.record(value);
  }

  /** The quantile of what is in the window at `now`, in ms; null when the window is empty. */
  quantile(q: number, now: number): number | null {
    this.slideTo(now);
    return this.#merged.quantile(q);
  }

  /** Let the window end at `now`, in ms. It never slides back. */
  slideTo(now: number): void {
    const open = Math.floor(now / this.#part);
    if (open <= this.#open) return;
    const passed = Math.min(open - this.#open, this.#ring.length);
    for (let i = 0; i < passed; i++) this.#ring[(open - i) % this.#ring.length]?.clear();
    this.#open = open;
    this.#merged.clear();
    for (const sketch of this.#ring) this.#merged.merge(sketch);
  }
}
