import type { Kernel } from "../kernel/kernel.ts";
import type { Task } from "../kernel/task.ts";
import type { System } from "../systems/define-system.ts";
import { type Frame, type Input, Run, type Setup } from "../systems/run.ts";
import type { HashConsing } from "./hash-consing.ts";
import { ObservedRandom } from "./observed-random.ts";

/** One smallest step: of the thread of that name, or of the clock. */
export type Choice = string | null;

/** The input that makes a choice. */
export function inputOf(choice: Choice): Input {
  return choice === null
    ? { operation: "run", values: { steps: 1 } }
    : { operation: "pick", values: { thread: choice } };
}

/**
 * A run that is being explored. Threads are generators, which cannot be copied: to stand at the same place once more is to
 * run again from the start.
 */
export class Execution {
  /** Steps of the kernel since the inputs were done. */
  depth = 0;
  readonly #consing: HashConsing;
  readonly #run: Run;
  readonly #system: System;
  #frame: Frame | undefined;
  #instance: unknown;
  #random: ObservedRandom | undefined;
  /** What each thread has been through, as a number. */
  readonly #pasts = new Map<string, number>();
  #told: unknown[] = [];

  /**
   * @param inputs what was done before anything is chosen
   * @param choices what to choose at once; what is to be seen on the way is left out
   * @throws Error when the system has no kernel
   */
  constructor(
    setup: Setup,
    inputs: readonly Input[],
    choices: readonly Choice[],
    from: number,
    consing: HashConsing,
  ) {
    this.#consing = consing;
    this.#system = setup.system;
    const keep = (frame: Frame) => {
      this.#frame = frame;
    };
    this.#run = new Run({ ...setup, system: this.#observed(setup.system) }, keep, from);
    for (const input of inputs) this.#run.do(input);
    this.#pasts.clear();
    for (const choice of choices) this.step(choice);
  }

  /** How many frames there have been. */
  get length(): number {
    return this.#run.length;
  }

  /** The last frame. */
  get frame(): Frame {
    return this.#frame as Frame;
  }

  get kernel(): Kernel {
    const kernel = this.#system.kernel?.(this.#instance);
    if (kernel === undefined) throw new Error(`${this.#system.id} has no kernel to explore`);
    return kernel;
  }

  /** Everything that may be chosen now; nothing when the run is over. */
  choices(): readonly Choice[] {
    const { ready, nextTime } = this.kernel;
    if (ready.length > 0) return ready;
    return nextTime === Number.POSITIVE_INFINITY ? [] : [null];
  }

  step(choice: Choice): void {
    const task = choice === null ? undefined : this.kernel.tasks.find(({ name }) => name === choice);
    const answer = task?.answer;
    this.#told = [];
    this.#run.do(inputOf(choice));
    this.depth += 1;
    if (choice === null || this.#system.running !== undefined) return;
    const past = [this.#pasts.get(choice) ?? 0, answer, this.#told];
    this.#pasts.set(choice, this.#consing.numberOf(past));
  }

  /**
   * Equal for two executions, after the same inputs, exactly when the same can happen from here on. What can happen
   * depends on
   *
   * - the kernel: who is ready, sleeps until when, waits where and in which place, and what a wait will answer;
   * - the shared data, which the snapshot shows;
   * - what was drawn from random generators;
   * - where each thread stands in its code and what it remembers. A generator does not tell. But it is a function of
   *   the answers that the kernel gave it and of what it has read, and what it read and goes on remembering, it has told
   *   in a mark, as a different mark or a different detail, or it shows in the snapshot. A system that says where its
   *   threads stand (`running`) shows all of it in the snapshot, so that a thread's past need not hold states apart.
   *
   * Fields of the snapshot that only tell of the past hold apart what might be one: that costs time, never a fault.
   */
  fingerprint(): string {
    const { kernel } = this;
    const numbers = [
      this.#consing.numberOf(this.frame.state),
      kernel.now,
      ...[...kernel.ready].sort().map((name) => this.#consing.numberOf(name)),
      ...kernel.tasks.map((task) => this.#consing.numberOf(this.#standing(task))),
      ...(this.#random?.drawn ?? []),
    ];
    return numbers.join();
  }

  #standing(task: Task) {
    const { name, state, due, answer, condition, halted } = task;
    return [
      name,
      state,
      due,
      answer,
      halted,
      condition?.name,
      condition?.waiting.indexOf(task),
      this.#pasts.get(name),
    ];
  }

  #observed(system: System): System {
    return {
      ...system,
      create: (parameters, context) => {
        this.#random = new ObservedRandom(context.random.seed, this.#consing);
        const trace: typeof context.trace = (mark, detail) => {
          this.#told.push(mark, detail);
          context.trace(mark, detail);
        };
        this.#instance = system.create(parameters, { ...context, trace, random: this.#random });
        return this.#instance;
      },
    };
  }
}
