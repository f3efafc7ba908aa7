import type { Exercise, ExercisePlace } from "../../engine/practice/exercise.ts";
import type { Action } from "../../stage/mark.ts";
import type { Pace } from "../pace/pace.ts";

/** The exercise that the reader is at. */
export interface OpenExercise {
  /** The step whose exercise it is, counted from 0. */
  readonly step: number;
  /** Which of its states, counted from 0. */
  readonly number: number;
  readonly exercise: Exercise;
  readonly place: ExercisePlace;
  /** The places before it, for going back. */
  readonly before: readonly ExercisePlace[];
  /** The kind of move that the reader has chosen, and not yet what it is done to. */
  readonly kind: string | null;
  /** What the engine said to the last move. */
  readonly said: { readonly right: boolean; readonly words: string } | null;
  /** A move was wrong, or the answer was shown. */
  readonly flawed: boolean;
  /** It is in the score already. */
  readonly counted: boolean;
  /** The model answer is on show. */
  readonly answered: boolean;
  /** How the model answer plays. */
  readonly pace?: Pace;
  /** What can be chosen in the picture now, and what choosing it does. */
  readonly picking: Action["pick"] | null;
  pick(action: Action): void;
}
