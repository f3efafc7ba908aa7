import type { AdaptiveMode, Measured } from "../../structures/adaptive-controller.ts";
import type { Running } from "../define-system.ts";
import type { Series } from "../series.ts";
import type { LaneState } from "./lane-state.ts";

/** The modes as numbers, as `charts.mode` has them. */
export const MODES = ["block", "grow", "sample", "dropOldest"] as const satisfies readonly AdaptiveMode[];

/** A buffer that chooses its strategy by what it measures, at one moment. */
export interface AdaptiveBufferState {
  /** Virtual time in ms. */
  readonly time: number;
  /** Jobs a second that come on average, as set. */
  readonly rate: number;
  /** The usual time to serve a job, in ms, as set. */
  readonly service: number;
  readonly mode: AdaptiveMode;
  /** The mode that the measures asked for when the controller last looked. */
  readonly wanted: AdaptiveMode;
  /** When the mode last changed, in ms, and how often it has. */
  readonly since: number;
  readonly changes: number;
  /** How short a mode has lasted that is over, in ms; null when none is. */
  readonly shortestStay: number | null;
  /** Since when the measures have asked for blocking without a break, in ms; null when they ask for something else. */
  readonly calmSince: number | null;
  /** What the controller saw when it last looked. */
  readonly measured: Measured;
  /** Where the rules begin to apply now; with hysteresis the ruling one's is lower. */
  readonly limits: { readonly p99: number; readonly ratio: number; readonly fullness: number };
  /** The limit of p99 without hysteresis, in ms, as set. */
  readonly latencyLimit: number;
  /** How far back rates and p99 look, and how long a mode lasts at least, in ms. */
  readonly window: number;
  readonly minimumStay: number;
  readonly hysteresis: boolean;
  readonly bound: number;
  readonly arriving: number | null;
  readonly lane: LaneState;
  /** The method that ran last: the controller's, or a strategy's. */
  readonly code: Running | null;
  /** Buckets that are over: jobs in the buffer and in front of it, p99 of the window in ms, and the mode by its place in `MODES`. */
  readonly charts: { readonly depth: Series; readonly p99: Series; readonly mode: Series };
}
