/** How many events the recent past had: a ring of counters, one for each part of the window. The oldest is reset and used again. */
export class SlidingCount {
  readonly span: number;
  /** Events in the window. */
  count = 0;
  readonly #part: number;
  readonly #ring: number[];
  #open = 0;

  /**
   * @param span how far back it looks, in ms
   * @param parts how many counters share the span
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
    this.#ring = new Array<number>(parts).fill(0);
  }

  /** Count an event at `now`, in ms. */
  add(now: number): void {
    this.slideTo(now);
    const place = this.#open % this.#ring.length;
    this.#ring[place] = (this.#ring[place] ?? 0) + 1;
    this.count += 1;
  }

  /** Events a second over the window that ends at `now`; before a whole window has passed, over what has passed of it. */
  rate(now: number): number {
    this.slideTo(now);
    const began = Math.max(0, (this.#open - this.#ring.length + 1) * this.#part);
    return now > began ? (this.count * 1_000) / (now - began) : 0;
  }

  /** Let the window end at `now`, in ms. It never slides back. */
  slideTo(now: number): void {
    const open = Math.floor(now / this.#part);
    if (open <= this.#open) return;
    const passed = Math.min(open - this.#open, this.#ring.length);
    for (let i = 0; i < passed; i++) {
      const place = (open - i) % this.#ring.length;
      this.count -= this.#ring[place] ?? 0;
      this.#ring[place] = 0;
    }
    this.#open = open;
  }
}
