import type { Ask } from "../../scenario/index.ts";
import { questionKey } from "./answer-book.ts";
import { type PlayerState, shownPosition } from "./player-state.ts";

/** The place of the next question without a reply, from a position on: play waits there. */
export function barrierFrom(state: PlayerState, position: number): number | undefined {
  if (state.hand !== null) return undefined;
  const { track } = state;
  for (let step = track.stepAt(position); step < track.steps; step++) {
    if (isOpen(state, step)) return track.ends(step);
  }
  return undefined;
}

/** The question that the reader is standing at, without a reply yet. */
export function openQuestion(state: PlayerState): { readonly step: number; readonly ask: Ask } | undefined {
  if (state.hand !== null || state.track.length === 0) return undefined;
  const position = shownPosition(state);
  const step = state.track.stepAt(position);
  const ask = state.track.track.beats[step]?.ask;
  if (ask === undefined || position !== state.track.ends(step) || !isOpen(state, step)) return undefined;
  return { step, ask };
}

function isOpen(state: PlayerState, step: number): boolean {
  const { chapter } = state.track.track;
  return chapter.beats[step]?.ask !== undefined && !state.answers.has(questionKey(chapter.id, step));
}
