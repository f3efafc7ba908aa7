import type { EpisodeModule } from "../player/episode-module.ts";
import { practiceKey, questionKey } from "../player/store/answer-book.ts";
import type { Ask, Practice } from "../scenario/index.ts";

/** A question of a course, and where its reply is kept. */
export interface CourseQuestion {
  readonly key: string;
  readonly ask: Ask;
}

/** An exercise of a course, and where its score is kept. */
export interface CourseExercise {
  readonly key: string;
  readonly practice: Practice;
}

/** All questions of a course, in the order in which they are asked. */
export function questionsOf(course: EpisodeModule): readonly CourseQuestion[] {
  return stepsOf(course).flatMap(({ chapter, step, ask }) =>
    ask === undefined ? [] : [{ key: questionKey(chapter, step), ask }],
  );
}

/** All exercises of a course, in the order in which they are offered. */
export function exercisesOf(course: EpisodeModule): readonly CourseExercise[] {
  return stepsOf(course).flatMap(({ chapter, step, practice }) =>
    practice === undefined ? [] : [{ key: practiceKey(chapter, step), practice }],
  );
}

function stepsOf({ episode, chapters }: EpisodeModule) {
  return episode.chapters.flatMap(({ id }) =>
    (chapters.get(id)?.chapter.beats ?? []).map(({ ask, practice }, step) => ({
      chapter: id,
      step,
      ask,
      practice,
    })),
  );
}
