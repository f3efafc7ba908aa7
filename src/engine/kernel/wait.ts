import type { Condition } from "./condition.ts";

/** What a process may wait for. Made by {@link sleep}, {@link pause} and {@link Condition.wait}. */
export type Wait =
  | { readonly for: "time"; readonly duration: number }
  | { readonly for: "turn" }
  | { readonly for: "condition"; readonly condition: Condition; readonly timeout: number };

/**
 * A process: a generator that yields what it waits for. What `yield` gives back is false when a wait
 * ran into its timeout and true otherwise.
 */
export type Process<Result = void> = Generator<Wait, Result, boolean>;

/** Wait for `duration` ms of virtual time. @throws RangeError when it is negative or not a number */
export function sleep(duration: number): Wait {
  if (!(duration >= 0)) throw new RangeError(`a sleep must last 0 ms or longer; got ${duration}`);
  return { for: "time", duration };
}

/** Let others go first, at the same time: a place where the scheduler may choose somebody else. */
export function pause(): Wait {
  return { for: "turn" };
}
