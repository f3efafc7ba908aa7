import { isSettled } from "../../engine/index.ts";
import type { Line } from "./line.ts";

/** How far one press goes: a numbered step, one operation such as `push T12`, or the smallest move. */
export type Grain = "step" | "operation" | "move";

export type Direction = 1 | -1;

/** Where one press leads from a position. At an end of the line it is the position itself. */
export function destination(line: Line, position: number, grain: Grain, direction: Direction): number {
  const last = line.length - 1;
  if (grain === "move") return Math.min(last, Math.max(0, position + direction));
  if (grain === "step") return direction === 1 ? nextStep(line, position) : previousStep(line, position);
  return direction === 1 ? nextRest(line, position) : previousRest(line, position);
}

/** A step leads to where its words have come true: the end of its last operation. */
function nextStep(line: Line, position: number): number {
  const step = line.stepAt(position);
  if (position < line.ends(step)) return line.ends(step);
  return line.ends(Math.min(step + 1, line.steps - 1));
}

function previousStep(line: Line, position: number): number {
  const step = line.stepAt(position);
  if (step > 0) return line.ends(step - 1);
  return line.opens(0);
}

/** The next position at which no operation is under way. */
function nextRest(line: Line, position: number): number {
  if (position >= line.length - 1) return line.length - 1;
  const next = line.at(position + 1);
  if (isSettled(next.frame)) return next.position;
  return next.position + line.recording(next).endOf(next.frame.cause.input) - next.frame.index;
}

function previousRest(line: Line, position: number): number {
  if (position <= 0) return 0;
  const before = line.at(position - 1);
  if (isSettled(before.frame)) return before.position;
  return (
    before.position - (before.frame.index - line.recording(before).startOf(before.frame.cause.input)) - 1
  );
}

/** The end of the operation that a position is in the middle of; the position itself when it rests. */
export function restAtOrAfter(line: Line, position: number): number {
  return isSettled(line.at(position).frame) ? position : nextRest(line, position);
}
