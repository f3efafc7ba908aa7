/** A place in a chapter as authors write it: `4` is step 4, `4.12` its twelfth move. Both are counted from 1. */
export interface StepMove {
  readonly step: number;
  readonly move?: number;
}

/** Read `4` or `4.12`; undefined when it is neither. */
export function readStepMove(text: string): StepMove | undefined {
  const [, step, move] = /^([1-9]\d{0,5})(?:\.([1-9]\d{0,5}))?$/.exec(text) ?? [];
  if (step === undefined) return undefined;
  return { step: Number(step), ...(move === undefined ? {} : { move: Number(move) }) };
}

export function printStepMove({ step, move }: StepMove): string {
  return move === undefined ? String(step) : `${step}.${move}`;
}

/** As much of a line as is needed to find a place on it. */
interface Steps {
  readonly steps: number;
  opens(step: number): number;
  ends(step: number): number;
}

/**
 * The position on a chapter's track: where a step opens, or ends, unless a move in it is named. A place beyond the last
 * one stands for that.
 */
export function positionOf(track: Steps, { step, move }: StepMove, side: "opens" | "ends"): number {
  const index = Math.min(step, track.steps) - 1;
  if (move === undefined || step > track.steps) return track[side](index);
  return Math.min(track.opens(index) + move, track.ends(index));
}
