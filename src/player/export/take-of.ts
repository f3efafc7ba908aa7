import { isSettled } from "../../engine/index.ts";
import { plainWords } from "../narration/plain-words.ts";
import { handPace } from "../pace/hand-pace.ts";
import type { Pace } from "../pace/pace.ts";
import { logAt } from "../picture/picture-at.ts";
import { lineOf, type PlayerState } from "../store/player-state.ts";

/** Part of the line on show, to be filmed. */
export interface Take {
  readonly pace: Pace;
  /** Its first and its last position. */
  readonly from: number;
  readonly to: number;
  /** What is said at a place. */
  readonly words: (playhead: number) => string;
}

/** Nobody speaks in a run by hand: each operation is looked at for so long, in ms. */
const LOOK = 700;

/** Some steps of the chapter, or some operations of the reader's own run. Both are counted from 0. */
export function takeOf(state: PlayerState, first: number, last: number): Take {
  const { hand, track, chapterPace } = state;
  if (hand === null) {
    return {
      pace: chapterPace,
      from: track.opens(first),
      to: track.ends(last),
      words: (playhead) => plainWords(track.track.beats[track.stepAt(Math.floor(playhead))]?.text ?? []),
    };
  }
  const { line } = hand;
  const silent = handPace(line);
  const pace = {
    ...silent,
    hold: (position: number) => (isSettled(line.at(position).frame) ? LOOK : 0),
  };
  const from = line.ends(Math.max(0, first - 1));
  return { pace, from, to: line.ends(last), words: (playhead) => wordsByHand(state, playhead) };
}

/** What is on its way is what is told of. */
function wordsByHand(state: PlayerState, playhead: number): string {
  return logAt(state, Math.min(Math.ceil(playhead), lineOf(state).length - 1));
}
