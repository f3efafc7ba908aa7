import type { Frame } from "../../engine/index.ts";

const SHORTEST = 200;
const LONGEST = 450;
/** What each changed field of the state adds to the shortest time. */
const A_CHANGE = 110;

/**
 * How long the picture takes from one frame to the next, in ms: the more of the state changes, the longer. Nothing
 * is to be seen between the same frame and itself, or between two scenes.
 */
export function transitionTime(from: Frame, to: Frame): number {
  if (from.index === to.index || to.cause.mark === "create") return 0;
  return Math.min(LONGEST, SHORTEST + A_CHANGE * changedFields(from.state, to.state).length);
}

/** The names of the top-level fields in which two states differ. States share what did not change. */
export function changedFields(from: object, to: object): string[] {
  if (from === to) return [];
  const before = from as Readonly<Record<string, unknown>>;
  return Object.entries(to).flatMap(([name, value]) => (Object.is(before[name], value) ? [] : [name]));
}
