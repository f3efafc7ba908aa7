import type { Input, Recording } from "../engine/index.ts";
import { grouped } from "../engine/systems/grouped.ts";

/**
 * How many moves a text may still have made while it is checked. A text may come from anywhere, and asks for very many in a
 * few words.
 */
export class Allowance {
  readonly #most: number;
  #left: number;

  /** @param most how many moves, those of questions included */
  constructor(most = Number.POSITIVE_INFINITY) {
    this.#most = most;
    this.#left = most;
  }

  /** @throws TooMuch when so many moves are more than what is left */
  spend(moves: number): void {
    this.#left -= moves;
    if (this.#left < 0) throw new TooMuch(this.#most);
  }

  /** Do an operation, as long as its moves are allowed. @throws TooMuch in the middle of it when they are not */
  do(recording: Recording, input: Input): void {
    let before = recording.length;
    for (const _ of recording.doing(input)) {
      this.spend(recording.length - before);
      before = recording.length;
    }
  }
}

/** A text asks for more moves than it is allowed. */
export class TooMuch extends Error {
  constructor(most: number) {
    super(`a chapter may have ${grouped(most)} moves, and here it has more: let less happen, or split it`);
  }
}
