import type { Chapter } from "../../scenario/index.ts";
import { type AnswerBook, questionKey } from "../store/answer-book.ts";

/** How a reader stands with the questions of a chapter. */
export interface Score {
  readonly asked: number;
  /** Answered, rightly or not; one that was passed over is not. */
  readonly answered: number;
  readonly right: number;
}

export const NO_SCORE: Score = { asked: 0, answered: 0, right: 0 };

/** The score of one chapter. */
export function scoreOf(chapter: Pick<Chapter, "id" | "beats">, answers: AnswerBook): Score {
  return chapter.beats.reduce((score, { ask }, step) => {
    if (ask === undefined) return score;
    const reply = answers.get(questionKey(chapter.id, step));
    const answered = reply?.kind === "answered";
    return {
      asked: score.asked + 1,
      answered: score.answered + Number(answered),
      right: score.right + Number(answered && reply.right),
    };
  }, NO_SCORE);
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
