import type { Input, Recording } from "../../engine/index.ts";
import type { Moment, Scene } from "../../scenario/index.ts";

/**
 * A line of moments that the playhead can stand on: a chapter's track, or a run by hand. It is divided into steps:
 * a link leads to where a step opens, “next step” to where it ends.
 */
export interface Line {
  readonly length: number;
  readonly steps: number;
  /** @throws RangeError outside 0 … length − 1 */
  at(position: number): Moment;
  stepAt(position: number): number;
  /** The step's first place: nothing of it is done yet. */
  opens(step: number): number;
  /** The step's last place. */
  ends(step: number): number;
  /**
   * How many operations there are on the line, and where each begins and has ended. Counted from 0. Every step of a kernel
   * is one.
   */
  readonly operations: number;
  operation(index: number): Stretch;
  /** @throws Error when the system of the scene has not come */
  recording(moment: Moment): Recording;
  /** The operations that come after a moment in its scene. */
  inputsAfter(moment: Moment): readonly Input[];
  scene(moment: Moment): Scene;
}

/** Two positions: an operation's call and its return; for a step of a kernel they are the same. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** How many operations have begun at a position or before it. */
export function operationsBegun(line: Line, position: number): number {
  let low = 0;
  let high = line.operations;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (line.operation(middle).from <= position) low = middle + 1;
    else high = middle;
  }
  return low;
}
