import type { Random } from "../../kernel/random.ts";

const LEAST = 400;
const MOST = 2_000;

/**
 * A web server's requests a second: a random walk in whole numbers between 400 and 2,000, with a burst of visitors every minute
 * or two that dies down within seconds.
 */
export class Traffic {
  readonly #random: Random;
  #base = 1_200;
  #burst = 0;

  constructor(random: Random) {
    this.#random = random;
  }

  /** The requests of the next second. */
  next(): number {
    const step = this.#random.whole(-40, 40);
    this.#base = Math.min(MOST, Math.max(LEAST, this.#base + step));
    const begins = this.#random.whole(1, 90) === 1;
    this.#burst = begins ? this.#random.whole(1_500, 3_000) : Math.floor((this.#burst * 4) / 5);
    return this.#base + this.#burst;
  }
}
