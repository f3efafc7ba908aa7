/** Steps in a ms at first: one each 200 ms can be followed. */
const AT_FIRST = 1 / 200;
/** How long it goes that slowly, and in what time it becomes twice as fast from then on, in ms. */
const SLOW_FOR = 1_000;
const DOUBLES_IN = 200;
/** Faster than any screen can show. */
const FASTEST = 60;
/** What the virtual clock leaps ahead is waited for no longer than this, in ms. */
const LONGEST_WAIT = 250;

/**
 * How fast a run by hand goes: its first steps slowly enough to be followed, then faster and faster, until its virtual clock keeps
 * up with the reader's.
 */
export class RunPace {
  #elapsed = 0;
  #owed = 0;
  /** By how much the virtual clock is behind the reader's; below 0 it is ahead. */
  #credit = 0;

  /** Time passes. @param ms at 1× @returns how many steps may be made, a fraction at first; 0 while the clock is ahead */
  pass(ms: number): number {
    this.#credit = Math.min(ms, this.#credit + ms);
    const doublings = Math.max(0, this.#elapsed - SLOW_FOR) / DOUBLES_IN;
    this.#elapsed += ms;
    return this.isAhead ? 0 : Math.min(FASTEST, AT_FIRST * 2 ** doublings) * ms;
  }

  /** What is left of a step when only whole ones are shown is not lost. @returns whole steps */
  whole(steps: number): number {
    this.#owed += steps;
    const whole = Math.floor(this.#owed);
    this.#owed -= whole;
    return whole;
  }

  /** A step has taken so many ms of virtual time. */
  step(ms: number): void {
    this.#credit = Math.max(-LONGEST_WAIT, this.#credit - ms);
  }

  get isAhead(): boolean {
    return this.#credit < 0;
  }
}
