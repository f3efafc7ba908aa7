import type { SeasonEpisode } from "../../scenario/index.ts";
import type { ChapterModule, EpisodeModule } from "../episode-module.ts";
import { type SentModule, sendFor } from "./sent-module.ts";

/** An episode of the season, and how to load each of its chapters. */
export interface AnnouncedEpisode extends SeasonEpisode {
  readonly modules: ReadonlyMap<string, SentModule<ChapterModule>>;
}

/** An episode as a player is given it, of which one chapter has come and the others are sent for when they are asked for. */
export function episodeWith(announced: AnnouncedEpisode, id: string, chapter: ChapterModule): EpisodeModule {
  const later = [...announced.modules].map(([id, module]) => [id, () => sendFor(module)] as const);
  return { episode: announced, chapters: new Map([[id, chapter]]), laterChapters: new Map(later) };
}
