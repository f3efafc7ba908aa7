import { type ChapterOverview, Track } from "../../scenario/index.ts";
import type { ChapterModule, EpisodeModule } from "../episode-module.ts";
import type { Direction } from "../line/grain.ts";
import { TrackLine } from "../line/track-line.ts";
import { ChapterPace } from "../pace/chapter-pace.ts";

/** A chapter that has come, run and paced. */
export interface OpenedChapter {
  readonly module: ChapterModule;
  readonly track: TrackLine;
  readonly chapterPace: ChapterPace;
}

/** The chapters of an episode: each is sent for once, and run once, when it is first opened. */
export class Chapters {
  readonly #overviews: readonly ChapterOverview[];
  readonly #here: Map<string, ChapterModule>;
  readonly #later: ReadonlyMap<string, () => Promise<ChapterModule>>;
  readonly #coming = new Map<string, Promise<void>>();
  readonly #opened = new Map<string, OpenedChapter>();

  constructor({ episode, chapters, laterChapters }: EpisodeModule) {
    this.#overviews = episode.chapters;
    this.#here = new Map(chapters);
    this.#later = laterChapters ?? new Map();
  }

  /** Open a chapter; undefined when it has not come yet. @throws RangeError when there is no such chapter */
  open(index: number): OpenedChapter | undefined {
    const id = this.#id(index);
    const module = this.#here.get(id);
    const known = this.#opened.get(id);
    if (module === undefined || known !== undefined) return known;
    const track = new TrackLine(new Track(module.chapter, module.systems));
    const opened = { module, track, chapterPace: new ChapterPace(track) };
    this.#opened.set(id, opened);
    return opened;
  }

  /**
   * Have a chapter come. Rejects when it cannot; what failed is sent for again when it is asked for again.
   *
   * @throws RangeError when there is no such chapter
   */
  send(index: number): Promise<void> {
    const id = this.#id(index);
    const coming = this.#coming.get(id);
    if (coming !== undefined) return coming;
    const load = this.#later.get(id);
    if (load === undefined || this.#here.has(id)) return Promise.resolve();
    const sent = load()
      .then((module) => void this.#here.set(id, module))
      .finally(() => this.#coming.delete(id));
    this.#coming.set(id, sent);
    return sent;
  }

  #id(index: number): string {
    const overview = this.#overviews[index];
    if (overview === undefined) throw new RangeError(`the episode has no chapter ${index}`);
    return overview.id;
  }
}

/** The nearest chapter that is made, before or after one. */
export function nextMade(
  chapters: readonly ChapterOverview[],
  from: number,
  direction: Direction,
): number | undefined {
  for (let at = from + direction; chapters[at] !== undefined; at += direction) {
    if ((chapters[at]?.steps ?? 0) > 0) return at;
  }
  return undefined;
}
