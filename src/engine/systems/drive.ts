import type { Comparison } from "../comparison/comparison.ts";
import { holds } from "../comparison/evaluate.ts";
import { DomainError } from "../kernel/domain-error.ts";
import type { Kernel } from "../kernel/kernel.ts";
import { ProcessFailure } from "../kernel/process-failure.ts";
import { quiescenceInWords } from "../kernel/quiescence.ts";
import type { Input } from "./run.ts";

/**
 * What moves a system that has a kernel. Each of its steps is one frame.
 *
 * - `run {steps}`: so many of the smallest steps
 * - `run {for}`: so many ms of virtual time
 * - `run {until}`: until a comparison holds
 * - `pick {thread}`: one step of the process of that name, in the scheduler's stead
 */
export type Drive =
  | { readonly operation: "run"; readonly values: { readonly steps: number } }
  | { readonly operation: "run"; readonly values: { readonly for: number } }
  | { readonly operation: "run"; readonly values: { readonly until: Comparison } }
  | { readonly operation: "pick"; readonly values: { readonly thread: string } };

/** `run until` gives up after so many steps. */
export const MOST_STEPS = 200_000;

/** Is it an input that moves a kernel, not an operation of the system's own? */
export function isDrive(operation: string): boolean {
  return operation === "run" || operation === "pick";
}

/** What a drive needs to know of the run that it moves. */
export interface Driven {
  readonly kernel: Kernel;
  /** Called after each step, with what it threw if a process failed. */
  readonly stepped: (failure?: ProcessFailure) => void;
  /** What is to be seen now. */
  readonly seen: () => Parameters<typeof holds>[1];
}

/**
 * Move a kernel as an input says, one step each time it is asked to go on. It stops where nothing can move any more.
 *
 * @throws RangeError when a picked process cannot move
 * @throws DomainError when what a run waits for never comes true
 */
export function* drive({ operation, values }: Input, driven: Driven): Generator<void> {
  const { kernel } = driven;
  if (operation === "pick") {
    step(driven, values.thread as string);
    yield;
  } else if ("until" in values) {
    yield* runUntil(values.until as unknown as Comparison, driven);
  } else if ("for" in values) {
    const end = kernel.now + (values.for as number);
    while (kernel.readyTasks.length > 0 || kernel.nextTime <= end) {
      step(driven);
      yield;
    }
    if (kernel.now < end) {
      kernel.idle(end);
      driven.stepped();
      yield;
    }
  } else {
    for (let steps = values.steps as number; steps > 0 && step(driven); steps--) yield;
  }
}

function* runUntil(until: Comparison, driven: Driven): Generator<void> {
  for (let steps = 0; ; steps++) {
    const verdict = holds(until, driven.seen());
    if (!verdict.ok) throw new RangeError(verdict.message);
    if (verdict.value) return;
    if (steps === MOST_STEPS) {
      throw new DomainError(`after ${MOST_STEPS} steps it has not come true`);
    }
    if (!step(driven)) {
      throw new DomainError(`it never comes true: ${quiescenceInWords(driven.kernel.quiescence())}`);
    }
    yield;
  }
}

/** One step. A process that fails is something to be seen, not the end of the run; a fault of the code's own is not. */
function step({ kernel, stepped }: Driven, choice?: string): boolean {
  try {
    if (!kernel.step(choice)) return false;
  } catch (error) {
    if (!(error instanceof ProcessFailure)) throw error;
    if (!(error.cause instanceof RangeError || error.cause instanceof DomainError)) throw error;
    stepped(error);
    return true;
  }
  stepped();
  return true;
}
