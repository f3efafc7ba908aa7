import type { Frame } from "../../engine/index.ts";
import { changedFields } from "../../scenario/index.ts";

const SHORTEST = 200;
const LONGEST = 450;
/** What each changed field of the state adds to the shortest time. */
const A_CHANGE = 110;

/** How long the picture takes over a move, in ms: the more fields of the state it changes, the longer. */
export function moveTime(changes: number): number {
  return Math.min(LONGEST, SHORTEST + A_CHANGE * changes);
}

/** The same between two frames. Nothing is to be seen between the same frame and itself, or between two scenes. */
export function transitionTime(from: Frame, to: Frame): number {
  if (from.index === to.index || to.cause.mark === "create") return 0;
  return moveTime(changedFields(from.state, to.state).length);
}
