import type { Scene } from "../../scenario/index.ts";
import type { ChapterModule } from "../episode-module.ts";
import type { Chapters } from "./chapters.ts";
import { isHere, lineOf, type PlayerState, shownPosition } from "./player-state.ts";
import type { Stock, Stockroom } from "./stock.ts";

/** How many steps before it is shown a scene is seen to. */
const STEPS_AHEAD = 3;

/** Sees to it that what is on show, and what comes next, has all that it needs: systems, pictures and listings. */
export class Supply {
  readonly #state: () => PlayerState;
  readonly #chapters: Chapters;
  readonly #stockroom: Stockroom;

  constructor(state: () => PlayerState, chapters: Chapters, stockroom: Stockroom) {
    this.#state = state;
    this.#chapters = chapters;
    this.#stockroom = stockroom;
  }

  /**
   * Send for what the scene on show needs and has not got, and for what the steps to come will.
   *
   * @param steps how many steps to see to, the one on show included
   */
  restock(steps = STEPS_AHEAD): void {
    const state = this.#state();
    const { chapter, track, hand } = state;
    const last = Math.min(this.order(steps), track.steps) - 1;
    if (hand !== null || last < 0 || isHere(state, track.ends(last))) return;
    // Whoever goes there is told when it cannot be loaded.
    this.#chapters.send(chapter, last).then(
      () => this.restock(steps),
      () => {},
    );
  }

  /** Have the pictures of the scene on show and of the steps to come, but no systems; returns the step after these. */
  order(steps = STEPS_AHEAD): number {
    const state = this.#state();
    const line = lineOf(state);
    if (line.length === 0) return 0;
    const moment = line.at(shownPosition(state));
    const { scenes, beats } = state.track.track.chapter;
    const near = beats.slice(moment.beat, moment.beat + steps).map(({ scene }) => scene);
    for (const scene of new Set([moment.scene, ...(state.hand === null ? near : [])])) {
      this.#stockroom.order(scenes[scene] as Scene);
    }
    return moment.beat + steps;
  }

  /** The code is looked at from now on: listings are sent for too. */
  showCode(): void {
    this.#stockroom.wantsListings = true;
    this.restock();
  }

  /**
   * Have everything that some steps of the line on show need, so that their pictures can be drawn.
   *
   * @throws Error when something cannot be loaded
   */
  async provide(from: number, to: number): Promise<void> {
    const { hand, chapter } = this.#state();
    if (hand === null) await this.#chapters.send(chapter, to);
    const line = lineOf(this.#state());
    const scenes = new Set<Scene>();
    for (let step = from; step <= to; step++) scenes.add(line.scene(line.at(line.opens(step))));
    await Promise.all([...scenes].map((scene) => this.#stockroom.provide(scene)));
  }

  /** Serve the scenes of another chapter. */
  enter(module: ChapterModule): Stock {
    return this.#stockroom.enter(module);
  }
}
