import type { Condition } from "./condition.ts";
import type { Process } from "./wait.ts";

/** One process as the kernel sees it. */
export interface Task {
  readonly name: string;
  readonly process: Process<unknown>;
  state: "ready" | "running" | "sleeping" | "waiting" | "finished" | "killed" | "failed";
  /** The condition it waits on, while `state` is `waiting`. */
  condition: Condition | undefined;
  /** Virtual time in ms at which a sleep ends or a wait gives up; Infinity for never. */
  due: number;
  /** Counts the task's waits, so that a timer set for an earlier one is known to be stale. */
  epoch: number;
  /** What the next `yield` gives back. */
  answer: boolean;
  /** It does not move until it is resumed. */
  halted: boolean;
}
