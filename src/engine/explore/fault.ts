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

/** A fault in words, without a full stop. */
export function faultInWords(fault: Fault): string {
  if (fault.kind === "failure") return `${fault.process} fails: ${fault.words}`;
  return `this no longer holds: ${fault.words}`;
}

/** What is wrong at a frame; undefined when nothing is, or when an operation is in the middle of its work. */
export function faultAt(system: System, frame: Frame): Fault | undefined {
  if (!isSettled(frame)) return undefined;
  const { process, detail } = frame.cause;
  if (typeof process === "string" && typeof detail.error === "string") {
    const before = `process “${process}” failed: `;
    const { error } = detail;
    const words = error.startsWith(before) ? error.slice(before.length) : error;
    return { kind: "failure", process, words };
  }
  const broken = system.invariants.find((invariant) => !invariant.holds(frame.state));
  return broken && { kind: "invariant", id: broken.id, words: broken.words };
}
