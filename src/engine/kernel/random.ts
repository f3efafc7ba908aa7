import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { fnv1a } from "./hash.ts";

/** Seeded randomness. The same seed gives the same numbers on every machine. */
export class Random {
  readonly seed: number;
  readonly #generator;

  /** @param seed any whole number; only its low 32 bits count */
  constructor(seed: number) {
    this.seed = seed | 0;
    this.#generator = xoroshiro128plus(this.seed);
  }

  /** A whole number from `low` to `high`, both included, every one equally likely. */
  whole(low: number, high: number): number {
    return uniformInt(this.#generator, low, high);
  }

  /** A number in [0, 1). */
  fraction(): number {
    return uniformFloat64(this.#generator);
  }

  /**
   * A generator of its own for one named part of a run. It depends on this generator's seed and the name
   * alone, not on what was drawn before, so a new part never reshuffles the others.
   */
  fork(name: string): Random {
    return new Random(fnv1a(name, this.seed ^ 0x811c9dc5));
  }
}
