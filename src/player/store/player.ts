import { createStore, type StoreApi } from "zustand/vanilla";
import type { EpisodeModule } from "../episode-module.ts";
import { type Direction, destination, type Grain } from "../line/grain.ts";
import { handPace } from "../pace/hand-pace.ts";
import { backwards, forwards, isOver, type Pace, withoutMotion } from "../pace/pace.ts";
import { RunPace } from "../pace/run-pace.ts";
import { type AnswerBook, questionKey, type Reply } from "./answer-book.ts";
import { Chapters, nextMade } from "./chapters.ts";
import { sendFor } from "./coming-chapter.ts";
import { runOn } from "./hand.ts";
import { barrierFrom, openQuestion } from "./open-question.ts";
import {
  canPlay,
  FASTEST,
  isHere,
  isPlaying,
  lineOf,
  type PlayerState,
  SLOWEST,
  shownPosition,
} from "./player-state.ts";
import { endsOf, nearest, paceUpTo, rangeOf } from "./range.ts";
import { isRunAhead, runAhead } from "./run-ahead.ts";
import { Stockroom } from "./stock.ts";
import { Supply } from "./supply.ts";
import type { Ticker } from "./ticker.ts";

/** A tick longer than this was a pause of the browser's, not time that the reader saw pass. */
const LONGEST_TICK = 50;
/** How long the picture takes to where a press leads. */
const PRESS = 250;
/** Further than this there is nothing to follow: the playhead is there at once. */
const FAR = 80;
/** A step's moves are seen on their way, each this long and together no longer than that. */
const STEP_MOVE = 130;
const STEP_WHOLE = 1_600;

export interface PlayerOptions {
  readonly ticker: Ticker;
  readonly chapter?: number;
  /** The step to begin at, counted from 0. */
  readonly step?: number;
  readonly speed?: number;
  readonly reducedMotion?: boolean;
  readonly answers?: AnswerBook;
}

/** Moves the playhead. Nothing runs while nothing moves. */
export class Player {
  readonly store: StoreApi<PlayerState>;
  readonly chapters: Chapters;
  readonly supply: Supply;
  readonly #ticker: Ticker;
  #stop: (() => void) | undefined;
  /** Of the run by hand that is being played. */
  #runPace: RunPace | undefined;
  #way = { from: 0, elapsed: 0, duration: PRESS };

  /** @throws RangeError when the chapter to open with is not there */
  constructor(module: EpisodeModule, options: PlayerOptions) {
    this.#ticker = options.ticker;
    this.chapters = new Chapters(module, () => {
      this.store.setState(({ track }) => ({ reach: track.track.reach }));
      this.supply.order();
    });
    const chapter = options.chapter ?? 0;
    const opened = this.chapters.open(chapter, options.step ?? 0);
    if (opened === undefined) throw new RangeError(`chapter ${chapter} has not come`);
    const stockroom = new Stockroom(opened.module, (stock) => this.store.setState({ stock }));
    this.supply = new Supply(() => this.state, this.chapters, stockroom);
    const step = Math.min(options.step ?? 0, Math.max(0, opened.track.steps - 1));
    this.store = createStore<PlayerState>(() => ({
      episode: module.episode,
      stock: stockroom.stock,
      chapter,
      ...opened,
      reach: opened.track.track.reach,
      coming: null,
      hand: null,
      leftAt: 0,
      playhead: opened.track.steps > 0 ? opened.track.opens(step) : 0,
      held: 0,
      goal: null,
      playing: false,
      direction: 1,
      speed: options.speed ?? 1,
      reducedMotion: options.reducedMotion ?? false,
      answers: options.answers ?? new Map(),
      draft: "",
      gestures: 0,
    }));
    // What is on show, and nothing that could keep it waiting.
    this.supply.order(1);
    this.store.subscribe((state, before) => {
      if (lineOf(state) !== lineOf(before) || shownPosition(state) !== shownPosition(before)) {
        this.supply.restock();
      }
    });
  }

  get state(): PlayerState {
    return this.store.getState();
  }

  /** Go on by itself. At an open question that is to pass over it; at the end of a chapter, to the next. */
  play(direction: Direction = 1): void {
    if (!canPlay(this.state)) return;
    const question = direction === 1 ? openQuestion(this.state) : undefined;
    if (question !== undefined) this.reply(question.step, { kind: "skipped" });
    this.#arrive();
    const { state } = this;
    if (direction === 1 && isOver(this.#pace(), state)) {
      const longer = state.hand && runOn(state.hand);
      if (longer) this.store.setState({ hand: longer });
      else if (state.hand !== null || rangeOf(state) !== undefined) this.#put(endsOf(state).first);
      else {
        this.openChapter(nextMade(state.episode.chapters, state.chapter, 1) ?? state.chapter, 0, true);
        return;
      }
    }
    this.#runPace = undefined;
    this.store.setState({ playing: true, direction });
    this.#run();
  }

  /** Stand still, in mid-flight too. */
  pause(): void {
    this.#arrive();
    this.store.setState(({ gestures, coming }) => ({
      playing: false,
      coming: coming && { ...coming, play: false },
      gestures: gestures + 1,
    }));
    this.#run();
  }

  toggle(): void {
    if (isPlaying(this.state)) this.pause();
    else this.play(1);
  }

  /** One press. A press while the last one is still on its way ends that one and goes on from there. */
  press(grain: Grain, direction: Direction): void {
    const { state } = this;
    const line = lineOf(state);
    const { playhead, goal } = state;
    const base = goal ?? (direction === 1 ? Math.floor(playhead) : Math.ceil(playhead));
    const within = grain === "step" || isHere(this.state, base + direction);
    let to = within ? destination(line, base, grain, direction) : base + direction;
    if (grain === "step" && direction === 1) {
      const barrier = barrierFrom(state, base);
      if (barrier !== undefined && barrier > base) to = Math.min(to, barrier);
    }
    this.go(to, grain === "step" ? stepTime(Math.abs(to - base)) : PRESS);
  }

  /** Move the picture to a position, seen on its way when it is near. */
  go(position: number, duration = PRESS): void {
    const { state } = this;
    const to = nearest(state, position);
    if (!isHere(this.state, to)) {
      this.pause();
      this.#await(to, false);
      return;
    }
    const from = state.goal ?? state.playhead;
    const far = state.reducedMotion || Math.abs(to - from) > FAR || to === from;
    this.#way = { from, elapsed: 0, duration: duration / state.speed ** 0.5 };
    this.store.setState({
      ...(far ? { goal: null, playhead: to } : { goal: to, playhead: from }),
      coming: null,
      held: 0,
      playing: false,
      draft: "",
      gestures: state.gestures + 1,
    });
    this.#run();
  }

  /** Be at a position at once. */
  seek(position: number): void {
    const to = nearest(this.state, position);
    if (isHere(this.state, to)) this.#stand(to, {});
    else this.#await(to, isPlaying(this.state));
  }

  /** Be at the step's own place. Steps are counted from 0. */
  seekStep(step: number): void {
    const line = lineOf(this.state);
    this.seek(line.opens(Math.min(line.steps - 1, Math.max(0, step))));
  }

  /** Be at the step's own place, and see what it does. */
  goToStep(step: number): void {
    this.seekStep(step);
    if (this.state.coming !== null) return;
    const line = lineOf(this.state);
    const ends = line.ends(line.stepAt(this.state.playhead));
    this.go(ends, stepTime(ends - this.state.playhead));
  }

  /** Be where the chapter is after some ms. Play goes on from there if it was playing. */
  scrub(ms: number): void {
    const { chapterPace, reducedMotion } = this.state;
    const asked = chapterPace.placeAt(ms);
    const playhead = nearest(this.state, asked.playhead);
    const held = playhead === asked.playhead ? asked.held : 0;
    if (!isHere(this.state, Math.ceil(playhead))) {
      this.#await(Math.ceil(playhead), isPlaying(this.state));
      return;
    }
    const place = reducedMotion ? { playhead: Math.floor(playhead), held: 0 } : { playhead, held };
    this.store.setState({ ...place, coming: null, goal: null, draft: "" });
    this.#run();
  }

  /** The reader is done dragging: what is on show now may be told of. */
  settle(): void {
    this.store.setState(({ gestures }) => ({ gestures: gestures + 1 }));
  }

  /**
   * Leave the reader's own run, if any, and be in a chapter. Chapters that are not made are passed over. One that has
   * not come is sent for, and opened when it has come, unless the reader has gone elsewhere by then.
   *
   * @param step counted from 0
   * @param play whether to begin to play; otherwise it plays if it did
   */
  openChapter(chapter: number, step = 0, play = false): void {
    if ((this.state.episode.chapters[chapter]?.steps ?? 0) === 0) return;
    const opened = this.chapters.open(chapter, step);
    if (opened === undefined) {
      sendFor(this, { chapter, step, play, failed: false });
      return;
    }
    const { track } = opened;
    this.#stand(track.opens(Math.min(track.steps - 1, Math.max(0, step))), {
      chapter,
      ...opened,
      reach: track.track.reach,
      stock: this.supply.enter(opened.module),
      hand: null,
      ...(play ? { playing: true, direction: 1 } : {}),
    });
  }

  /** Leave the reader's own run: the episode is where it was left. */
  backToEpisode(): void {
    const { hand, leftAt } = this.state;
    if (hand !== null) this.#stand(leftAt, { hand: null, leftAt: 0 });
  }

  /** Ask the question of a step again, where it was asked. */
  reopen(step: number): void {
    const { track, answers } = this.state;
    const others = new Map(answers);
    others.delete(questionKey(track.track.chapter.id, step));
    this.#stand(track.ends(step), { answers: others, hand: null, playing: false });
  }

  /** The nearest chapter that is made, before or after this one, or the one that is on its way. */
  nextChapter(direction: Direction): number | undefined {
    const { episode, chapter, coming } = this.state;
    const from = coming === null || coming.failed ? chapter : coming.chapter;
    return nextMade(episode.chapters, from, direction);
  }

  setSpeed(speed: number): void {
    this.store.setState({ speed: Math.min(FASTEST, Math.max(SLOWEST, speed)) });
  }

  setReducedMotion(reducedMotion: boolean): void {
    this.#arrive();
    this.store.setState(({ playhead }) => ({ reducedMotion, playhead: Math.round(playhead) }));
    this.#run();
  }

  setDraft(draft: string): void {
    this.store.setState({ draft });
  }

  /** Note what became of the question of a step of this chapter. */
  reply(step: number, reply: Reply): void {
    const key = questionKey(this.state.track.track.chapter.id, step);
    this.store.setState(({ answers }) => ({ answers: new Map(answers).set(key, reply), draft: "" }));
  }

  /** Stop for good. */
  dispose(): void {
    this.store.setState({ playing: false, goal: null, coming: null });
    this.#run();
  }

  /** Stay here until a position can be shown, and go there then. */
  #await(position: number, play: boolean): void {
    const { chapter, track } = this.state;
    sendFor(this, { chapter, step: track.stepAt(position), position, play, failed: false });
  }

  #pace(): Pace {
    const { hand, chapterPace, reducedMotion } = this.state;
    const pace =
      hand === null
        ? paceUpTo(chapterPace, endsOf(this.state).last)
        : (hand.exercise?.pace ?? handPace(hand.line));
    return reducedMotion ? withoutMotion(pace) : pace;
  }

  /** Be at a position, and change what else changes with it at the same time: nobody sees the one without the other. */
  #stand(playhead: number, change: Partial<PlayerState>): void {
    const gestures = this.state.gestures + 1;
    this.store.setState({ coming: null, ...change, playhead, held: 0, goal: null, draft: "", gestures });
    this.#run();
  }

  #put(playhead: number): void {
    this.store.setState({ playhead, held: 0, goal: null });
  }

  #arrive(): void {
    const { goal } = this.state;
    if (goal !== null) this.#put(goal);
  }

  /** Have the ticker run exactly while something moves. */
  #run(): void {
    const { playing, goal } = this.state;
    const moving = playing || goal !== null;
    if (moving && this.#stop === undefined) {
      this.#stop = this.#ticker.start((ms) => this.#tick(Math.min(ms, LONGEST_TICK)));
    } else if (!moving && this.#stop !== undefined) {
      this.#stop();
      this.#stop = undefined;
    }
  }

  #tick(ms: number): void {
    const { goal, playing } = this.state;
    if (goal !== null) this.#approach(goal, ms);
    else if (playing) this.#advance(ms);
    this.#run();
  }

  #approach(goal: number, ms: number): void {
    const way = this.#way;
    way.elapsed += ms;
    if (way.elapsed >= way.duration) this.#put(goal);
    else this.store.setState({ playhead: way.from + ((goal - way.from) * way.elapsed) / way.duration });
  }

  #advance(ms: number): void {
    const { state } = this;
    const pace = this.#pace();
    const time = ms * state.speed;
    if (state.direction === -1) {
      const { first } = endsOf(state);
      const place = backwards(pace, state, time);
      if (place.playhead > first) this.store.setState(place);
      else this.store.setState({ playhead: first, held: 0, playing: false });
      return;
    }
    if (state.hand !== null && isRunAhead(state.hand, state.playhead)) {
      this.#runPace ??= new RunPace();
      const { hand, playhead, over } = runAhead(state, state.hand, this.#runPace, time);
      this.store.setState({ hand, playhead, held: 0, playing: !over });
      return;
    }
    const barrier = barrierFrom(state, Math.floor(state.playhead));
    const edge = state.hand === null ? state.track.track.reach : pace.last;
    const place = forwards(pace, state, time, Math.min(barrier ?? pace.last, edge));
    const asked = place.playhead === barrier;
    if (place.playhead === edge && edge < pace.last && !asked) {
      this.store.setState({ ...place, playing: false });
      this.#await(edge + 1, true);
      return;
    }
    const over = isOver(pace, place);
    if (over && rangeOf(state)?.loop) this.#put(endsOf(state).first);
    else this.store.setState({ ...place, playing: !asked && !over });
  }
}

/** How long a whole step is seen on its way, in ms. */
function stepTime(moves: number): number {
  return Math.max(PRESS, Math.min(moves * STEP_MOVE, STEP_WHOLE));
}
