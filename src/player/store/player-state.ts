import type { EpisodeOverview } from "../../scenario/index.ts";
import type { ChapterModule } from "../episode-module.ts";
import type { Direction } from "../line/grain.ts";
import type { Line } from "../line/line.ts";
import type { TrackLine } from "../line/track-line.ts";
import type { ChapterPace } from "../pace/chapter-pace.ts";
import type { Place } from "../pace/pace.ts";
import type { AnswerBook } from "./answer-book.ts";
import type { ComingChapter } from "./coming-chapter.ts";
import type { Hand } from "./hand.ts";
import type { Range } from "./range.ts";
import type { Stock } from "./stock.ts";

/** Everything the page shows follows from this. The playhead is one real number over the line's moments. */
export interface PlayerState extends Place {
  readonly episode: EpisodeOverview;
  /** Of the chapter that is open. */
  readonly module: ChapterModule;
  /** What has come so far to show scenes with. */
  readonly stock: Stock;
  /** Index of the chapter. */
  readonly chapter: number;
  readonly track: TrackLine;
  readonly chapterPace: ChapterPace;
  /** The last position of the track that can be shown, as far as is known: the systems of what comes after are on their way. */
  readonly reach: number;
  /** The chapter that the reader has asked for, while it has not come. */
  readonly coming: ComingChapter | null;
  /** The reader's own run, while there is one. */
  readonly hand: Hand | null;
  /** Where on the track the reader left it. */
  readonly leftAt: number;
  /** Where a press is leading, while the picture is on its way there. */
  readonly goal: number | null;
  readonly playing: boolean;
  readonly direction: Direction;
  readonly speed: number;
  readonly reducedMotion: boolean;
  /** The panel that the reader, or a link, has opened on this page. */
  readonly panel?: string;
  readonly answers: AnswerBook;
  /** The part of a chapter that the playhead keeps to, where it is to show no more than that. */
  readonly range?: Range | undefined;
  /** What the reader has entered for the open question and not yet had checked. */
  readonly draft: string;
  /** Grows with every press, seek and pause: something a reader did, to be told about. */
  readonly gestures: number;
  /** What came of something that changes nothing on show: to be told aloud. */
  readonly said?: { readonly words: string };
}

export const SLOWEST = 0.25;
export const FASTEST = 4;

/** Whether it plays, or will as soon as the chapter that is on its way has come. */
export function isPlaying({ playing, coming }: PlayerState): boolean {
  return playing || (coming?.play === true && !coming.failed);
}

/** Whether there is anything that could play: a run by hand may have no operation yet, and an exercise waits for the reader. */
export function canPlay({ hand }: PlayerState): boolean {
  if (hand === null) return true;
  if (hand.exercise !== undefined && !hand.exercise.answered) return false;
  return hand.line.length > 1 || hand.runsOn || hand.recording.canMove;
}

/** Whether a position of the line on show can be shown: the systems of a chapter's scenes may still be on their way. */
export function isHere({ hand, track }: PlayerState, position: number): boolean {
  return hand !== null || position <= track.track.reach || position >= track.length;
}

/** The line that the playhead is on. */
export function lineOf(state: PlayerState): Line {
  return state.hand?.line ?? state.track;
}

/**
 * The moment that words, code and state are about: the one the picture is on its way to, because what is being done
 * is what the reader sees.
 */
export function shownPosition(state: PlayerState): number {
  const position = state.goal ?? Math.max(0, Math.ceil(state.playhead - 1e-9));
  return Math.min(position, lineOf(state).length - 1);
}

/** The step that is on show, counted from 0. */
export function shownStep(state: PlayerState): number {
  return lineOf(state).stepAt(shownPosition(state));
}
