import { DomainError } from "../kernel/domain-error.ts";
import { Fingerprint } from "../kernel/hash.ts";
import type { Kernel } from "../kernel/kernel.ts";
import type { Plain } from "../kernel/plain.ts";
import type { ProcessFailure } from "../kernel/process-failure.ts";
import { Random } from "../kernel/random.ts";
import type { Detail } from "../kernel/trace.ts";
import type { System } from "./define-system.ts";
import { drive, isDrive } from "./drive.ts";

/**
 * One thing that was asked of a system: an operation of its own, `set {parameter, value}` for one of its live parameters,
 * or a {@link Drive}. A run is its setup and its inputs; everything else follows.
 */
export interface Input {
  readonly operation: string;
  readonly values: { readonly [argument: string]: Plain };
}

/** How a run begins. */
export interface Setup<State extends object = object> {
  readonly system: System<State>;
  readonly parameters: { readonly [name: string]: Plain };
  readonly seed: number;
}

/** Why a frame is there: which input was running and what it had just done. */
export interface Cause {
  /** Which input, counted from 0; −1 for the creation of the system. */
  readonly input: number;
  /** The operation's name; empty for the creation. */
  readonly operation: string;
  readonly values: { readonly [argument: string]: Plain };
  /**
   * What was just done: a structure's own mark, or `create`, `call` (the operation begins), `return`
   * (detail.result) or `throw` (detail.error, a sentence). A frame of a kernel's step has the first mark
   * made in it; without one it has `move`, or `time` when only the clock moved.
   */
  readonly mark: string;
  readonly detail: Detail;
  /** Which process moved, in a frame of a kernel's step; null when the clock did. */
  readonly process?: string | null;
}

/** One moment of a run. */
export interface Frame<State extends object = object> {
  readonly index: number;
  /** Virtual time in ms. */
  readonly time: number;
  readonly cause: Cause;
  readonly state: State;
}

/** True between operations and after each step of a kernel, when the invariants must hold; false in the middle of one. */
export function isSettled({ cause: { operation, mark } }: Frame): boolean {
  return mark === "create" || mark === "return" || mark === "throw" || isDrive(operation);
}

/**
 * Runs a system and hands every frame to `keep`. Running the same setup and inputs again gives the same frames.
 *
 * @param keep called with each frame
 * @param from frames before this index are counted but not made
 */
export class Run<State extends object = object> {
  /** How many frames there have been. */
  length = 0;
  /** How many inputs there have been. */
  inputs = 0;
  readonly #system: System<State>;
  readonly #instance: unknown;
  readonly #keep: (frame: Frame<State>) => void;
  readonly #from: number;
  #clock: { now: number };
  readonly #kernel: Kernel | undefined;
  #driving = false;
  /** The state last recorded, until something else happens. */
  #last: State | undefined;
  /** The first thing that the kernel's step under way has done. */
  #noted: { readonly mark: string; readonly detail: Detail } | undefined;
  #current: { readonly input: number } & Input = { input: -1, operation: "", values: {} };

  constructor(setup: Setup<State>, keep: (frame: Frame<State>) => void, from = 0) {
    this.#system = setup.system;
    this.#keep = keep;
    this.#from = from;
    let created = false;
    this.#clock = { now: 0 };
    this.#instance = setup.system.create(setup.parameters, {
      trace: (mark, detail = {}) => {
        if (!created) return;
        if (this.#driving) this.#noted ??= { mark, detail };
        else this.#record(mark, detail);
      },
      random: new Random(setup.seed),
      clock: this.#clock,
    });
    created = true;
    this.#kernel = setup.system.kernel?.(this.#instance);
    if (this.#kernel !== undefined) this.#clock = this.#kernel;
    this.#record("create", {});
  }

  /**
   * Do one operation to its end, or move the kernel as a {@link Drive} says. A RangeError or DomainError is its outcome,
   * recorded as a `throw` frame: being refused is something to be seen. Any other error is a fault in a structure or system and is thrown on.
   *
   * @throws Error when the system has no operation of that name
   */
  do(input: Input): void {
    for (const _ of this.doing(input));
  }

  /** The same, bit by bit: each step of a kernel is done when it is asked for. One input must end before the next begins. */
  *doing(input: Input): Generator<void> {
    if (this.#kernel !== undefined && isDrive(input.operation)) {
      yield* this.#drive(input, this.#kernel);
      return;
    }
    const run = this.#operation(input);
    this.#current = { input: this.inputs++, ...input };
    this.#system.begin?.(this.#instance, input.operation, input.values);
    this.#record("call", {});
    let result: Plain;
    try {
      result = run();
    } catch (error) {
      this.#refuse(error);
      return;
    }
    this.#record("return", { result });
  }

  /** True while a kernel can move: a thread, or the clock. */
  get canMove(): boolean {
    const kernel = this.#kernel;
    return (
      kernel !== undefined && (kernel.readyTasks.length > 0 || kernel.nextTime !== Number.POSITIVE_INFINITY)
    );
  }

  /** Go on with the last input, which must be a `run {steps}`, as if it had been for so many steps more. */
  prolong(steps: number): void {
    const kernel = this.#kernel;
    if (kernel === undefined) return;
    const { input, operation, values } = this.#current;
    this.#current = { input, operation, values: { steps: (values.steps as number) + steps } };
    for (const _ of this.#move({ operation, values: { steps } }, kernel));
  }

  #operation({ operation: name, values }: Input): () => Plain {
    const { id, operations, live, adjust } = this.#system;
    const operation = operations[name];
    if (operation !== undefined) return () => operation.run(this.#instance, values);
    const parameter = String(values.parameter);
    if (name === "set" && live?.includes(parameter)) {
      return () => {
        adjust?.(this.#instance, parameter, values.value);
        return undefined;
      };
    }
    throw new Error(`${id} has no operation “${name}”`);
  }

  *#drive(input: Input, kernel: Kernel): Generator<void> {
    this.#current = { input: this.inputs++, ...input };
    this.#system.begin?.(this.#instance, input.operation, input.values);
    yield* this.#move(input, kernel);
  }

  *#move(input: Input, kernel: Kernel): Generator<void> {
    this.#driving = true;
    this.#last = undefined;
    try {
      yield* drive(input, {
        kernel,
        stepped: (failure) => this.#stepped(kernel, failure),
        seen: () => this.#seen(),
      });
    } catch (error) {
      this.#refuse(error);
    }
    this.#driving = false;
  }

  #stepped(kernel: Kernel, failure: ProcessFailure | undefined): void {
    const idle = { mark: kernel.moved === null ? "time" : "move", detail: {} };
    const { mark, detail } = this.#noted ?? idle;
    this.#noted = undefined;
    const told = failure === undefined ? detail : { ...detail, error: failure.message };
    this.#record(mark, told, kernel.moved);
  }

  #seen() {
    const state = this.#last ?? this.#system.snapshot(this.#instance);
    return { state, cause: { mark: "move", detail: {} } };
  }

  #refuse(error: unknown): void {
    if (!(error instanceof RangeError || error instanceof DomainError)) throw error;
    this.#record("throw", { error: `${error.name}: ${error.message}` });
  }

  #record(mark: string, detail: Detail, process?: string | null): void {
    const index = this.length++;
    this.#last = undefined;
    if (index < this.#from) return;
    const { input, operation, values } = this.#current;
    const state = this.#system.snapshot(this.#instance);
    this.#last = state;
    const cause = { input, operation, values, mark, detail, ...(process === undefined ? {} : { process }) };
    this.#keep({ index, time: this.#clock.now, cause, state });
  }
}

/** The fingerprint of a whole run: equal exactly when every frame is. */
export function traceHash(setup: Setup, inputs: readonly Input[]): string {
  const fingerprint = new Fingerprint();
  const run = new Run(setup, ({ time, cause, state }) => {
    fingerprint.add({ time, cause }).add(state);
  });
  for (const input of inputs) run.do(input);
  return fingerprint.toString();
}
