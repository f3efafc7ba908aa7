import type { Line } from "../line/line.ts";
import { lineOf, type PlayerState, shownPosition } from "./player-state.ts";

/** What is to be known of the threads of a system whose interleaving can be chosen. */
export interface Threads {
  /** Those who could move now, longest ready first. */
  readonly runnable: readonly string[];
  /** When the clock will move to if nobody can move; null when it stands still for ever. */
  readonly nextTime: number | null;
  /** Who waits on what, when nobody will ever move again. */
  readonly asleep: string | null;
  readonly threads: Iterable<{ readonly name: string; readonly doing: string }>;
}

/** The threads at the place on show; undefined when the system there has none to choose from. */
export function threadsAt(state: PlayerState): Threads | undefined {
  const line = lineOf(state);
  if (line.length === 0) return undefined;
  return threadsOf(line, shownPosition(state));
}

export function threadsOf(line: Line, position: number): Threads | undefined {
  const { state } = line.at(position).frame;
  return "runnable" in state && "threads" in state ? (state as Threads) : undefined;
}
