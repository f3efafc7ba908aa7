import type { Random } from "../../kernel/random.ts";

/** Something that arrives and has to be served. */
export interface Job {
  /** Counted from 0 in the order of arrival. */
  readonly id: number;
  /** Virtual time in ms. */
  readonly arrived: number;
}

/** How arrivals are spread in time. */
export const PATTERNS = ["random", "even", "bursts"] as const;
export type Pattern = (typeof PATTERNS)[number];

/** A third of so many arrivals come fast, the rest slowly. */
const BURST = 60;
const FAST = 0.4;
const SLOW = (BURST - (BURST / 3) * FAST) / ((BURST * 2) / 3);

/**
 * The jobs of a run and the pauses between them. What is drawn for the n-th job depends on the seed and on n alone: another load
 * makes the same jobs come faster or slower.
 */
export class JobSource {
  /** How many jobs have been made. */
  made = 0;
  pattern: Pattern;
  readonly #random: Random;

  constructor(random: Random, pattern: Pattern) {
    this.#random = random.fork("gaps");
    this.pattern = pattern;
  }

  /** The pause before the next job, in ms, when a pause is `mean` ms long on average. */
  gap(mean: number): number {
    const draw = this.#random.fraction();
    const place = this.made % BURST;
    const pace = this.pattern !== "bursts" ? 1 : place < BURST / 3 ? FAST : SLOW;
    return whole1024ths(mean * pace * (this.pattern === "even" ? 1 : 2 * draw));
  }

  next(now: number): Job {
    return { id: this.made++, arrived: now };
  }
}

/** So many draws, used in turn. */
const PACES = 1_024;

/**
 * How fast a consumer works: its n-th service takes half to one and a half times as long as usual. Consumers that share a pace
 * take equally long for their n-th service, whatever they serve.
 */
export class Pace {
  readonly #draws: readonly number[];

  constructor(random: Random) {
    const own = random.fork("pace");
    this.#draws = Array.from({ length: PACES }, () => 0.5 + own.fraction());
  }

  /** How long the n-th service takes, in ms, counted from 0, when `usual` ms is usual. */
  of(n: number, usual: number): number {
    return whole1024ths((this.#draws[n % PACES] ?? 1) * usual);
  }
}

/** A duration in whole 1,024ths of a ms: sums and differences of such times are exact. */
export function whole1024ths(duration: number): number {
  return Math.round(duration * 1_024) / 1_024;
}
