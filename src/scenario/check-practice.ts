import type { System } from "../engine/index.ts";
import { exerciseOf, judgeMove, movesLeft, START } from "../engine/practice/exercise.ts";
import { practices } from "../engine/practice/practices.ts";
import type { Practice, Scene } from "./episode.ts";

/** So many states are gone through to see that each has a model answer. */
const STATES = 50;

/** What is wrong with an exercise: the first of its states that has no answer, or one that is judged wrong. */
export function practiceProblem(
  system: System,
  { seed }: Pick<Scene, "seed">,
  { operations }: Practice,
): string | undefined {
  const practice = practices.get(system.id);
  if (practice === undefined) return `${system.id} cannot be practised`;
  for (let number = 0; number < STATES; number++) {
    try {
      const exercise = exerciseOf(system, practice, operations, seed, number);
      let place = START;
      for (let [move] = movesLeft(exercise, place); move !== undefined; [move] = movesLeft(exercise, place)) {
        const judgement = judgeMove(exercise, place, move);
        if (!judgement.right) return `state ${number} has a wrong model answer: ${judgement.words}`;
        place = judgement.place;
      }
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      return `state ${number} has no model answer: ${error.message}`;
    }
  }
  return undefined;
}
