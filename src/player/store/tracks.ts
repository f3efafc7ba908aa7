import { Track } from "../../scenario/index.ts";
import type { EpisodeModule } from "../episode-module.ts";
import { TrackLine } from "../line/track-line.ts";
import { ChapterPace } from "../pace/chapter-pace.ts";

/** A chapter, run and paced. */
export interface OpenedTrack {
  readonly track: TrackLine;
  readonly chapterPace: ChapterPace;
}

/** The chapters of an episode that have been opened so far: each is run once. */
export interface Tracks {
  readonly module: EpisodeModule;
  readonly opened: Map<number, OpenedTrack>;
}

export function tracksOf(module: EpisodeModule): Tracks {
  return { module, opened: new Map() };
}

/** Open a chapter. @throws RangeError when the episode has no such chapter */
export function openTrack({ module, opened }: Tracks, index: number): OpenedTrack {
  const known = opened.get(index);
  if (known !== undefined) return known;
  const chapter = module.episode.chapters[index];
  if (chapter === undefined) throw new RangeError(`the episode has no chapter ${index}`);
  const track = new TrackLine(new Track(chapter, module.systems));
  const made = { track, chapterPace: new ChapterPace(track) };
  opened.set(index, made);
  return made;
}
