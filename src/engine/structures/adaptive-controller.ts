import type { Trace } from "../kernel/trace.ts";

/** What an adaptive buffer may do with a newcomer. */
export type AdaptiveMode = "block" | "grow" | "sample" | "dropOldest";

/** What was measured over the window just passed. */
export interface Measured {
  /** Items that came, and items that were done, each a second. */
  readonly arrivals: number;
  readonly departures: number;
  /** From arrival to the end of service, in ms; null when nothing was done in the window. */
  readonly p99: number | null;
  /** The share of the slots that is taken, 0 … 1. */
  readonly fullness: number;
  /** The buffer has not reached its bound. */
  readonly canGrow: boolean;
}

/** Where the rules begin to apply. */
export interface Limits {
  /** In ms. */
  readonly p99: number;
  /** Arrivals for each departure. */
  readonly ratio: number;
  /** Share of the slots. */
  readonly fullness: number;
  /** Arrivals a second up to which there is no overload, whatever the ratio. */
  readonly trickle: number;
}

/** The limits by which rules are chosen: p99 above 1 s, more than twice as many arrivals as departures, more than 90 % full. */
export const USUAL_LIMITS: Limits = { p99: 1_000, ratio: 2, fullness: 0.9, trickle: 10 };

const STERNNESS = { block: 0, grow: 1, sample: 2, dropOldest: 3 } as const;

/**
 * Chooses what a buffer does with newcomers, from what was measured. With hysteresis a rule that applies goes on applying until its
 * measure is well below the limit, and no choice is taken back before the minimum stay is over. Without, every crossing
 * of a limit changes the mode.
 */
export class AdaptiveController {
  mode: AdaptiveMode = "block";
  /** When the mode last changed, in ms. */
  since = 0;
  /** How often the mode has changed. */
  changes = 0;
  hysteresis: boolean;
  limits: Limits;
  /** How long a mode lasts at least, in ms; with hysteresis only. */
  minimumStay: number;
  /** Who listens, if anybody. */
  declare trace: Trace | undefined;

  constructor(limits: Limits = USUAL_LIMITS, minimumStay = 1_000, hysteresis = true) {
    this.limits = limits;
    this.minimumStay = minimumStay;
    this.hysteresis = hysteresis;
  }

  /** Look at what was measured up to `now`, in ms, and choose the mode. */
  decide(now: number, measured: Measured): AdaptiveMode {
    const wanted = this.wanted(measured);
    if (wanted === this.mode) {
      this.trace?.("keep", { mode: this.mode });
      return this.mode;
    }
    if (this.hysteresis && now - this.since < this.minimumStay) {
      this.trace?.("stay", { mode: this.mode, wanted });
      return this.mode;
    }
    this.mode = wanted;
    this.since = now;
    this.changes += 1;
    this.trace?.("change-mode", { mode: wanted });
    return this.mode;
  }

  /** The mode that the first rule to apply asks for. */
  wanted({ p99, arrivals, departures, fullness, canGrow }: Measured): AdaptiveMode {
    if (p99 !== null && p99 > this.limit("p99", "dropOldest")) return "dropOldest";
    const overload = arrivals > this.limit("ratio", "sample") * departures;
    if (overload && arrivals > this.limits.trickle) return "sample";
    if (fullness > this.limit("fullness", "grow") && canGrow) return "grow";
    return "block";
  }

  /**
   * Where the rule for a mode begins to apply. With hysteresis it is 70 % of the limit while that mode rules or a sterner one: what
   * has been called in is not sent away at the first sign of calm.
   */
  limit(measure: "p99" | "ratio" | "fullness", mode: AdaptiveMode): number {
    const calledIn = this.hysteresis && STERNNESS[this.mode] >= STERNNESS[mode];
    return this.limits[measure] * (calledIn ? 0.7 : 1);
  }
}
