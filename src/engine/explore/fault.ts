import type { System } from "../systems/define-system.ts";
import type { Frame } from "../systems/run.ts";
import { isSettled } from "../systems/run.ts";

/** Something that right code never comes to. */
export type Fault =
  | {
      readonly kind: "invariant";
      readonly id: string;
      /** The sentence that no longer holds. */
      readonly words: string;
    }
  | {
      readonly kind: "failure";
      /** The thread that failed. */
      readonly process: string;
      /** What it threw. */
      readonly words: string;
    };

/** What is wrong at a frame; undefined when nothing is, or when an operation is in the middle of its work. */
export function faultAt(system: System, frame: Frame): Fault | undefined {
  if (!isSettled(frame)) return undefined;
  const { process, detail } = frame.cause;
  if (typeof process === "string" && typeof detail.error === "string") {
    return { kind: "failure", process, words: detail.error };
  }
  const broken = system.invariants.find((invariant) => !invariant.holds(frame.state));
  return broken && { kind: "invariant", id: broken.id, words: broken.words };
}
