import type { EpisodeModule } from "../player/episode-module.ts";
import { questionKey } from "../player/store/answer-book.ts";
import type { Ask } from "../scenario/index.ts";

/** A question of a course, and where its reply is kept. */
export interface CourseQuestion {
  readonly key: string;
  readonly ask: Ask;
}

/** All questions of a course, in the order in which they are asked. */
export function questionsOf({ episode, chapters }: EpisodeModule): readonly CourseQuestion[] {
  return episode.chapters.flatMap(({ id }) =>
    (chapters.get(id)?.chapter.beats ?? []).flatMap(({ ask }, step) =>
      ask === undefined ? [] : [{ key: questionKey(id, step), ask }],
    ),
  );
}
