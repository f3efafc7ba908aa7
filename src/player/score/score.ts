import type { Chapter, Practice } from "../../scenario/index.ts";
import { type AnswerBook, practiceKey, questionKey, type Reply } from "../store/answer-book.ts";

/** How a reader stands with the questions and exercises of a chapter. */
export interface Score {
  readonly asked: number;
  /** Answered, rightly or not; one that was passed over is not. Of an exercise, the rounds that were done. */
  readonly answered: number;
  readonly right: number;
}

export const NO_SCORE: Score = { asked: 0, answered: 0, right: 0 };

/** The score of one chapter: each question counts one, each exercise as many as it has rounds. */
export function scoreOf(chapter: Pick<Chapter, "id" | "beats">, answers: AnswerBook): Score {
  return totalOf(
    chapter.beats.flatMap(({ ask, practice }, step) => [
      ...(ask === undefined ? [] : [ofQuestion(answers.get(questionKey(chapter.id, step)))]),
      ...(practice === undefined ? [] : [ofExercise(practice, answers.get(practiceKey(chapter.id, step)))]),
    ]),
  );
}

function ofQuestion(reply: Reply | undefined): Score {
  const answered = reply?.kind === "answered";
  return { asked: 1, answered: Number(answered), right: Number(answered && reply.right) };
}

/** The text may have other rounds by now than when they were done. */
function ofExercise({ rounds }: Practice, reply: Reply | undefined): Score {
  if (reply?.kind !== "practised") return { asked: rounds, answered: 0, right: 0 };
  return { asked: rounds, answered: Math.min(rounds, reply.done), right: Math.min(rounds, reply.right) };
}

/** The score of several chapters together. */
export function totalOf(scores: readonly Score[]): Score {
  return scores.reduce(
    (sum, { asked, answered, right }) => ({
      asked: sum.asked + asked,
      answered: sum.answered + answered,
      right: sum.right + right,
    }),
    NO_SCORE,
  );
}
