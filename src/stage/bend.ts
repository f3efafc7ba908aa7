import type { Mark } from "./mark.ts";
import type { Point } from "./place.ts";

/** How much of its change of height a bend has done at a share of its width: level at both ends. */
function risen(share: number): number {
  return share * share * (3 - 2 * share);
}

/** The outline of a track that is level at both ends. A mark that follows it lies on it all the way. */
export function bendOutline(from: Point, to: Point): string {
  const third = (to.x - from.x) / 3;
  // With its handles a third of the way apart a cubic curve is exactly `risen`.
  return `M${xy(from.x, from.y)}C${xy(from.x + third, from.y)} ${xy(to.x - third, to.y)} ${xy(to.x, to.y)}`;
}

/**
 * The height at a given x of a mark that goes from one place to another, when it follows a bend between the numbers `b0` and
 * `b1` of where it goes. Undefined when there is none or its way does not lead through it.
 */
export function bendBetween(from: Mark["n"], to: Mark["n"]): ((x: number) => number) | undefined {
  const { b0, b1, x: end = 0, y: low = 0 } = to;
  const { x: start = 0, y: high = 0 } = from;
  if (b0 === undefined || b1 === undefined || !(start <= b0 && b0 < b1 && b1 <= end)) return undefined;
  return (x) => high + (low - high) * risen(Math.max(0, Math.min(1, (x - b0) / (b1 - b0))));
}

function xy(x: number, y: number): string {
  return `${Math.round(x * 100) / 100},${Math.round(y * 100) / 100}`;
}
