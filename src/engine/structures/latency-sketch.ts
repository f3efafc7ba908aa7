/** Sub-buckets in each octave: what lies between one power of two and the next. */
const SUB_BUCKETS = 64;
const SUB_BITS = 6;
/** Values are counted in whole thousandths of a ms. */
const UNITS = 1_000;
/** Where `Math.clz32` ends. */
const WORD = 0x8000_0000;

/**
 * How a stream of latencies is distributed, in bounded memory, without keeping the latencies. Buckets get wider in proportion
 * to what they hold, as in an HDR histogram (Gil Tene): each octave is cut into 64 equal parts.
 *
 * **Error**: a quantile differs from the exact one by at most 1/128 (0.8 %) of it, and by at most half a thousandth of a ms
 * besides, to which values are rounded. The least and the greatest value are kept as they are.
 *
 * **Memory**: at most 48 octaves of 64 counters, and only octaves in which something fell.
 *
 * **Merging** is exact: a merged sketch is the very sketch of both streams, in whatever order.
 */
export class LatencySketch {
  /** How many values have been recorded. */
  count = 0;
  /** The least and the greatest value recorded, in ms; Infinity and −Infinity before the first. */
  min = Number.POSITIVE_INFINITY;
  max = Number.NEGATIVE_INFINITY;
  readonly #octaves: (Float64Array | undefined)[] = [];
  /** How many values are in each octave, so that a quantile need not look into every bucket. */
  readonly #totals: number[] = [];

  /**
   * Count a latency.
   *
   * @param value in ms, 0 or more, less than 2^53 thousandths
   * @param count how often it occurred
   * @throws RangeError when the value is negative, too large or not a number, or the count is not a whole number, 0 or more
   */
  record(value: number, count = 1): void {
    const units = Math.round(value * UNITS);
    if (!(value >= 0 && units <= Number.MAX_SAFE_INTEGER)) {
      throw new RangeError(`a latency must be 0 ms or more, and finite; got ${String(value)}`);
    }
    if (!(Number.isSafeInteger(count) && count >= 0)) {
      throw new RangeError(`a count must be a whole number, 0 or more; got ${String(count)}`);
    }
    if (count === 0) return;
    let [octave, part] = [0, units];
    while (part >= WORD) {
      part = Math.floor(part / 2);
      octave += 1;
    }
    const above = 32 - SUB_BITS - Math.clz32(part);
    if (above > 0) {
      // From the second octave on the leading bit is known, and what follows it tells the sub-bucket.
      part = (part >>> (above - 1)) - SUB_BUCKETS;
      octave += above;
    }
    this.#add(octave, part, count);
    this.count += count;
    this.min = Math.min(this.min, value);
    this.max = Math.max(this.max, value);
  }

  /**
   * The value that a share `q` of all values does not exceed, in ms: the one of rank ⌈q · count⌉, counted from 1. Takes a
   * hundred steps at most, however much was recorded. Null when nothing was.
   *
   * @throws RangeError when `q` is not from 0 to 1
   */
  quantile(q: number): number | null {
    if (!(q >= 0 && q <= 1)) throw new RangeError(`a quantile must be from 0 to 1; got ${String(q)}`);
    if (this.count === 0) return null;
    let left = Math.max(1, Math.ceil(q * this.count));
    if (left === 1) return this.min;
    if (left >= this.count) return this.max;
    let octave = 0;
    for (; left > (this.#totals[octave] ?? 0); octave++) left -= this.#totals[octave] ?? 0;
    const buckets = this.#octaves[octave] as Float64Array;
    let part = 0;
    for (; left > (buckets[part] ?? 0); part++) left -= buckets[part] ?? 0;
    return Math.min(this.max, Math.max(this.min, middleOf(octave, part)));
  }

  /** Take in everything that another sketch has recorded; the other stays as it is. */
  merge(other: LatencySketch): void {
    other.#octaves.forEach((buckets, octave) => {
      buckets?.forEach((count, part) => {
        if (count > 0) this.#add(octave, part, count);
      });
    });
    this.count += other.count;
    this.min = Math.min(this.min, other.min);
    this.max = Math.max(this.max, other.max);
  }

  /** Forget everything. */
  clear(): void {
    this.#octaves.length = 0;
    this.#totals.length = 0;
    this.count = 0;
    this.min = Number.POSITIVE_INFINITY;
    this.max = Number.NEGATIVE_INFINITY;
  }

  #add(octave: number, part: number, count: number): void {
    let buckets = this.#octaves[octave];
    if (buckets === undefined) {
      buckets = new Float64Array(SUB_BUCKETS);
      this.#octaves[octave] = buckets;
    }
    buckets[part] = (buckets[part] ?? 0) + count;
    this.#totals[octave] = (this.#totals[octave] ?? 0) + count;
  }
}

/** The middle of a bucket, in ms. In octaves 0 and 1 a bucket is one unit wide; from there on each octave doubles the width. */
function middleOf(octave: number, part: number): number {
  if (octave === 0) return part / UNITS;
  let width = 1;
  for (let i = 1; i < octave; i++) width *= 2;
  return ((SUB_BUCKETS + part) * width + (width - 1) / 2) / UNITS;
}
