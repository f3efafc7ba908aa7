import type { StrategyName } from "../../structures/backpressure-strategies.ts";
import type { Running } from "../define-system.ts";
import type { LaneState } from "./lane-state.ts";

/** Five buffers under the very same arrivals, at one moment. */
export interface BackpressureComparisonState {
  /** Virtual time in ms. */
  readonly time: number;
  /** What comes, in percent of what the consumer can do. */
  readonly load: number;
  /** The usual time to serve a job, in ms. */
  readonly service: number;
  /** How many jobs have come. */
  readonly arrived: number;
  /** The job that came in this very step. */
  readonly arriving: number | null;
  /** The method that ran last: of all that did in a step, the most telling. */
  readonly code: Running | null;
  readonly lanes: { readonly [Name in StrategyName]: LaneState };
}
