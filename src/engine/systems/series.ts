import { PersistentVector } from "../kernel/persistent-vector.ts";

/** A bounded line of a chart: its buckets get wider as the run gets longer. */
export interface Series {
  /** ms of virtual time that one bucket covers. */
  readonly width: number;
  /** One for each bucket from time 0 on; null where nothing was measured. */
  readonly buckets: PersistentVector<Bucket | null>;
}

export interface Bucket {
  readonly min: number;
  readonly max: number;
  readonly last: number;
}

/**
 * What the values of a series are:
 *
 * - `level`: a state that holds until the next note, such as a queue's depth. A bucket tells of every value held in it, also
 *   of one that was set before it began; there are no gaps after the first note.
 * - `samples`: measurements of single moments, such as a latency. A bucket tells of what was measured in it; one in which
 *   nothing was is null.
 */
export type SeriesKind = "level" | "samples";

const NO_BUCKETS = PersistentVector.filled<Bucket | null>(0, null);

/**
 * Builds a {@link Series} over a whole run in bounded memory. When its buckets are used up, each two neighbours become one and
 * the width doubles.
 */
export class SeriesBuilder {
  readonly kind: SeriesKind;
  readonly #most: number;
  /** The buckets that are over, and the one that is open. */
  #closed: Series;
  #open: Bucket | null = null;
  #whole: Series | undefined;
  #latest = 0;
  #level: number | undefined;

  /**
   * @param most how many buckets there may be, an even number
   * @param width ms that a bucket covers at first
   */
  constructor(kind: SeriesKind, { most = 256, width = 1 }: { most?: number; width?: number } = {}) {
    if (!(Number.isSafeInteger(most) && most >= 2 && most % 2 === 0)) {
      throw new RangeError(`there must be an even number of buckets, 2 or more; got ${String(most)}`);
    }
    if (!(width > 0 && width < Number.POSITIVE_INFINITY)) {
      throw new RangeError(`a bucket must be wider than 0 ms, and finite; got ${String(width)}`);
    }
    this.kind = kind;
    this.#most = most;
    this.#closed = Object.freeze({ width, buckets: NO_BUCKETS });
  }

  /**
   * Note the value at a time. To carry a level on to the present, note it again.
   *
   * @param time in ms, not before that of the last note
   * @throws RangeError when the time goes back or either is not a finite number
   */
  note(time: number, value: number): void {
    if (!(time >= this.#latest && time < Number.POSITIVE_INFINITY && Number.isFinite(value))) {
      throw new RangeError(
        `a note must be finite and not before ${this.#latest} ms; got ${value} at ${time} ms`,
      );
    }
    while (Math.floor(time / this.#closed.width) >= this.#most) this.#widen();
    const { width, buckets } = this.#closed;
    const place = Math.floor(time / width);
    if (place > buckets.length) this.#closeUntil(place, time);
    const before = this.#open;
    this.#open = joined(before, { min: value, max: value, last: value });
    if (this.#open !== before) this.#whole = undefined;
    this.#latest = time;
    if (this.kind === "level") this.#level = value;
  }

  /** The series so far: immutable, and shared with those before it but for what has changed. */
  snapshot(): Series {
    const { width, buckets } = this.#closed;
    this.#whole ??=
      this.#open === null ? this.#closed : Object.freeze({ width, buckets: buckets.push(this.#open) });
    return this.#whole;
  }

  /**
   * The series without the bucket that is still open: the same object until the next one closes. For a run of very many frames, whose
   * picture knows the present value anyway.
   */
  get closed(): Series {
    return this.#closed;
  }

  #closeUntil(place: number, time: number): void {
    const { width } = this.#closed;
    const level = this.#level;
    const carried = level === undefined ? null : { min: level, max: level, last: level };
    let buckets = this.#closed.buckets.push(this.#open);
    while (buckets.length < place) buckets = buckets.push(carried);
    // A level that held until now held in this bucket too, unless the bucket begins this very moment.
    this.#open = time > place * width ? carried : null;
    this.#closed = Object.freeze({ width, buckets });
    this.#whole = undefined;
  }

  #widen(): void {
    const { width, buckets } = this.#closed;
    const odd = buckets.length % 2 === 1;
    const even = buckets.length - (odd ? 1 : 0);
    let pairs = NO_BUCKETS;
    for (let i = 0; i < even; i += 2) {
      pairs = pairs.push(joined(buckets.at(i) ?? null, buckets.at(i + 1) ?? null));
    }
    if (odd) this.#open = joined(buckets.at(even) ?? null, this.#open);
    this.#closed = Object.freeze({ width: 2 * width, buckets: pairs });
    this.#whole = undefined;
  }
}

/** Two neighbouring buckets as one; the earlier of them itself when the later changes nothing. */
function joined(earlier: Bucket | null, later: Bucket | null): Bucket | null {
  if (earlier === null || later === null) return earlier ?? later;
  const min = Math.min(earlier.min, later.min);
  const max = Math.max(earlier.max, later.max);
  const { last } = later;
  if (min === earlier.min && max === earlier.max && last === earlier.last) return earlier;
  return { min, max, last };
}
