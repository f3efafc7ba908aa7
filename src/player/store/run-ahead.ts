import type { RunPace } from "../pace/run-pace.ts";
import { type Hand, withLine } from "./hand.ts";
import type { PlayerState } from "./player-state.ts";

/** How long the engine may run for one painted picture, in ms: drawing four hundred threads takes most of a frame. */
const WORK = 2;

/** Is what comes after a place part of a run, which goes faster and faster? An exercise keeps its pace. */
export function isRunAhead(hand: Hand, playhead: number): boolean {
  if (hand.exercise !== undefined) return false;
  const next = Math.floor(playhead) + 1;
  if (next >= hand.line.length) return hand.runsOn;
  return hand.runsOn || hand.recording.frame(next).cause.operation === "run";
}

export interface Ahead {
  readonly hand: Hand;
  readonly playhead: number;
  /** There is nothing more to come. */
  readonly over: boolean;
}

/** Go on in a run for some ms at 1×, and make the steps that are not there yet. */
export function runAhead(
  { playhead, reducedMotion }: PlayerState,
  hand: Hand,
  pace: RunPace,
  ms: number,
): Ahead {
  const { recording } = hand;
  const { length } = recording;
  const steps = pace.pass(ms);
  const to = !reducedMotion && steps < 1 ? playhead + steps : Math.floor(playhead) + pace.whole(steps);
  const end = performance.now() + WORK;
  let at = Math.floor(playhead);
  let over = false;
  const hasNext = () => at + 1 < recording.length || (hand.runsOn && oneMore(hand));
  while (at + 1 <= to && !pace.isAhead && performance.now() < end && isRunAhead(hand, at)) {
    over = !hasNext();
    if (over) break;
    pace.step(recording.frame(at + 1).time - recording.frame(at).time);
    at += 1;
  }
  over ||= !hasNext();
  const shown = over || at + 1 <= to ? at : to;
  return {
    hand: recording.length === length ? hand : withLine({ ...hand, redo: [] }),
    playhead: shown,
    over,
  };
}

function oneMore({ recording }: Hand): boolean {
  if (!recording.canMove) return false;
  recording.prolong(1);
  return true;
}
