import type { Plain } from "../../engine/index.ts";
import { describeAt } from "../picture/picture-at.ts";
import { isPlaying, lineOf, type PlayerState, shownPosition } from "../store/player-state.ts";
import type { StateEvent, StepPlace } from "./player-events.ts";

/** The step on show; while the reader runs it by hand, the one where they left. Undefined where there is none. */
export function stepPlace(state: PlayerState): StepPlace | undefined {
  const { track, hand, leftAt } = state;
  if (track.length === 0) return undefined;
  const step = track.stepAt(hand === null ? shownPosition(state) : leftAt);
  return { chapter: track.track.chapter.id, step: step + 1, steps: track.steps };
}

/** How things stand at the moment on show; undefined where there is none. */
export function stateEvent(state: PlayerState): StateEvent | undefined {
  const line = lineOf(state);
  const place = stepPlace(state);
  if (line.length === 0 || place === undefined) return undefined;
  const position = shownPosition(state);
  const moment = line.at(position);
  const { time, cause, state: shown } = moment.frame;
  return {
    ...place,
    moment: position,
    moments: line.length,
    playing: isPlaying(state),
    byHand: state.hand !== null,
    system: line.scene(moment).system,
    time,
    operation: cause.operation,
    values: plainCopy(cause.values),
    mark: cause.mark,
    detail: plainCopy(cause.detail),
    words: describeAt(state, position),
    state: plainCopy(shown),
  };
}

/** As JSON has it: lists that share their parts become plain ones, and what is undefined or endless becomes nothing. */
function plainCopy(value: object): Plain {
  return JSON.parse(JSON.stringify(value));
}
