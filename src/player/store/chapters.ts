import type { System } from "../../engine/index.ts";
import { type ChapterOverview, Track } from "../../scenario/index.ts";
import type { ChapterModule, EpisodeModule } from "../episode-module.ts";
import type { Direction } from "../line/grain.ts";
import { TrackLine } from "../line/track-line.ts";
import { ChapterPace } from "../pace/chapter-pace.ts";
import { upToStep } from "./up-to-step.ts";

/** A chapter that has come, run and paced. */
export interface OpenedChapter {
  readonly module: ChapterModule;
  readonly track: TrackLine;
  readonly chapterPace: ChapterPace;
}

interface Here extends ChapterModule {
  /** Grows when systems come. */
  readonly systems: Map<string, System>;
}

/** The chapters of an episode: each is sent for once, and run once, when it is first opened. */
export class Chapters {
  readonly #overviews: readonly ChapterOverview[];
  readonly #here = new Map<string, Here>();
  readonly #later: ReadonlyMap<string, () => Promise<ChapterModule>>;
  readonly #coming = new Map<string, Promise<void>>();
  readonly #opened = new Map<string, OpenedChapter>();
  readonly #arrived: () => void;

  /** @param arrived called each time that something which was sent for has come */
  constructor({ episode, chapters, laterChapters }: EpisodeModule, arrived: () => void) {
    this.#arrived = arrived;
    this.#overviews = episode.chapters;
    for (const [id, module] of chapters) this.#arrive(id, module);
    this.#later = laterChapters ?? new Map();
  }

  /**
   * Open a chapter; undefined when it has not come yet as far as a step.
   *
   * @param step counted from 0; beyond the last one it stands for that
   * @throws RangeError when there is no such chapter
   */
  open(index: number, step: number): OpenedChapter | undefined {
    const opened = this.#open(this.#id(index));
    if (opened === undefined) return undefined;
    const { length, track } = opened.track;
    return length === 0 || track.reach >= track.opens(Math.min(step, track.beats.length - 1))
      ? opened
      : undefined;
  }

  /**
   * Have a chapter come, as far as a step. Rejects when it cannot; what failed is sent for again when it is asked for again.
   *
   * @throws RangeError when there is no such chapter
   */
  async send(index: number, step = 0): Promise<void> {
    const id = this.#id(index);
    if (!this.#here.has(id)) await this.#load(id);
    const here = this.#here.get(id);
    if (here === undefined) return;
    this.#arrive(id, await upToStep(here, step));
    this.#arrived();
  }

  #open(id: string): OpenedChapter | undefined {
    const module = this.#here.get(id);
    const known = this.#opened.get(id);
    if (module === undefined || known !== undefined) return known;
    const track = new TrackLine(new Track(module.chapter, module.systems, module.opening));
    const opened = { module, track, chapterPace: new ChapterPace(track) };
    this.#opened.set(id, opened);
    return opened;
  }

  #arrive(id: string, module: ChapterModule): void {
    const here = this.#here.get(id);
    if (here === undefined) this.#here.set(id, { ...module, systems: new Map(module.systems) });
    else for (const [name, system] of module.systems) here.systems.set(name, system);
  }

  #load(id: string): Promise<void> {
    const coming = this.#coming.get(id);
    const load = this.#later.get(id);
    if (coming !== undefined || load === undefined) return coming ?? Promise.resolve();
    const sent = load()
      .then((module) => this.#arrive(id, module))
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
