import type { Frame, Plain } from "../engine/index.ts";
import type { Mark, Size } from "../stage/mark.ts";

/** What a view is given to draw: one frame, and what is known around it. */
export interface Picture<State extends object = object> {
  readonly frame: Frame<State>;
  /** The items that the next operations will push, nearest first; a view may show a few of them waiting. */
  readonly ahead: readonly Plain[];
  /** Where the items come from, in a few words. */
  readonly stream?: string;
}

/** Two pure functions of a frame: where everything is, and how things stand in words. */
export interface View<State extends object = object> {
  readonly id: string;
  readonly title: string;
  /** The least height in px at which it is worth showing, and its share of the stage's height when several are shown. */
  readonly height: { readonly least: number; readonly share: number };
  layout(picture: Picture<State>, size: Size): readonly Mark[];
  /** What just happened and how things stand: for a screen reader, the log and the transcript. Whole sentences. */
  describe(picture: Picture<State>): string;
  /** Only what just happened: the move, or at an operation's end the whole of it. One line of a log. */
  log?(picture: Picture<State>): string;
}
