import type { ChapterModule } from "../episode-module.ts";
import type { SentModule } from "../loading/sent-module.ts";
import type { EpisodePlace } from "../routes/episode-place.ts";
import { episodeHref } from "../routes/route.ts";
import { upToStep } from "../store/up-to-step.ts";

/** How to load a chapter as far as a place in it, and a name for that: see `loadOnce`. */
export function openingAt(slug: string, { id, step }: EpisodePlace, { load }: SentModule<ChapterModule>) {
  return {
    name: episodeHref(slug, id, step + 1),
    load: () =>
      load().then((chapter) =>
        step === 0 && chapter.opening !== undefined ? chapter : upToStep(chapter, step),
      ),
  };
}
