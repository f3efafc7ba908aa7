import { Random } from "../kernel/random.ts";
import type { HashConsing } from "./hash-consing.ts";

/** A seeded generator of which it is known what was drawn: that decides what it will give next. */
export class ObservedRandom extends Random {
  /** A number for what was drawn, for this generator and each of its forks, in the order in which they were made. */
  readonly drawn: number[];
  readonly #place: number;
  readonly #consing: HashConsing;

  constructor(seed: number, consing: HashConsing, drawn: number[] = []) {
    super(seed);
    this.drawn = drawn;
    this.#consing = consing;
    this.#place = drawn.push(consing.numberOf(this.seed)) - 1;
  }

  override whole(low: number, high: number): number {
    this.#note(low, high);
    return super.whole(low, high);
  }

  override fraction(): number {
    this.#note();
    return super.fraction();
  }

  override fork(name: string): Random {
    return new ObservedRandom(super.fork(name).seed, this.#consing, this.drawn);
  }

  #note(...range: readonly number[]): void {
    this.drawn[this.#place] = this.#consing.numberOf([this.drawn[this.#place], ...range]);
  }
}
