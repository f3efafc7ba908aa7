import type { Plain } from "../../engine/index.ts";
import type { Score } from "../score/score.ts";

/** A numbered step of a chapter, as readers count: the first one is 1. */
export interface StepPlace {
  readonly chapter: string;
  readonly step: number;
  readonly steps: number;
}

/** The picture stands. `made` are the chapters that there are, in order. */
export interface ReadyEvent extends StepPlace {
  readonly title: string;
  readonly made: readonly { readonly id: string; readonly title: string; readonly steps: number }[];
}

/** Another step of the chapter has begun to be shown. */
export type StepEvent = StepPlace;

/** What a step says has come true: the picture is at its end. */
export interface BeatEvent extends StepPlace {
  /** It is the chapter's last one. */
  readonly last: boolean;
}

/** How things stand at the moment on show. */
export interface StateEvent extends StepPlace {
  /** Which smallest move of the line is on show, counted from 0, and how many there are. */
  readonly moment: number;
  readonly moments: number;
  readonly playing: boolean;
  /** The reader runs it by hand: moments and steps are then those of their own run. */
  readonly byHand: boolean;
  readonly system: string;
  /** Virtual time, in ms. */
  readonly time: number;
  /** The operation under way, or done last, and what was just done in it; see `Cause`. */
  readonly operation: string;
  readonly values: Plain;
  readonly mark: string;
  readonly detail: Plain;
  /** What just happened and how things stand, in words. */
  readonly words: string;
  /** Every field of the state. */
  readonly state: Plain;
}

/** What became of a question: it was answered, or passed over. */
export interface AnswerEvent {
  readonly chapter: string;
  readonly step: number;
  readonly answered: boolean;
  /** The rest is there when it was answered: whether rightly, what was given and what is right, in words. */
  readonly right?: boolean;
  readonly given?: string;
  readonly words?: string;
}

/** How the reader now stands with the questions of a chapter. */
export interface ScoreEvent extends Score {
  readonly chapter: string;
}

/** What is told of a player, by name. All of it is plain data, as a message or a record may hold. */
export interface PlayerEvents {
  readonly ready: ReadyEvent;
  readonly step: StepEvent;
  readonly beat: BeatEvent;
  readonly state: StateEvent;
  readonly answer: AnswerEvent;
  readonly score: ScoreEvent;
}
