import { DomainError } from "../kernel/domain-error.ts";
import { Fingerprint } from "../kernel/hash.ts";
import type { Plain } from "../kernel/plain.ts";
import { Random } from "../kernel/random.ts";
import type { Detail } from "../kernel/trace.ts";
import type { System } from "./define-system.ts";

/** One thing that was asked of a system. A run is its setup and its inputs; everything else follows. */
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
   * (detail.result) or `throw` (detail.error, a sentence).
   */
  readonly mark: string;
  readonly detail: Detail;
}

/** One moment of a run. */
export interface Frame<State extends object = object> {
  readonly index: number;
  /** Virtual time in ms. */
  readonly time: number;
  readonly cause: Cause;
  readonly state: State;
}

/** True between operations, when the invariants must hold; false in the middle of one. */
export function isSettled(frame: Frame): boolean {
  return frame.cause.mark === "create" || frame.cause.mark === "return" || frame.cause.mark === "throw";
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
  readonly #clock = { now: 0 };
  #current: { readonly input: number } & Input = { input: -1, operation: "", values: {} };

  constructor(setup: Setup<State>, keep: (frame: Frame<State>) => void, from = 0) {
    this.#system = setup.system;
    this.#keep = keep;
    this.#from = from;
    let created = false;
    this.#instance = setup.system.create(setup.parameters, {
      trace: (mark, detail = {}) => {
        if (created) this.#record(mark, detail);
      },
      random: new Random(setup.seed),
      clock: this.#clock,
    });
    created = true;
    this.#record("create", {});
  }

  /**
   * Do one operation to its end. A RangeError or DomainError is its outcome, recorded as a `throw` frame: being refused
   * is something to be seen. Any other error is a fault in a structure or system and is thrown on.
   *
   * @throws Error when the system has no operation of that name
   */
  do(input: Input): void {
    const operation = this.#system.operations[input.operation];
    if (operation === undefined) {
      throw new Error(`${this.#system.id} has no operation “${input.operation}”`);
    }
    this.#current = { input: this.inputs++, ...input };
    this.#system.begin?.(this.#instance, input.operation, input.values);
    this.#record("call", {});
    let result: Plain;
    try {
      result = operation.run(this.#instance, input.values);
    } catch (error) {
      if (!(error instanceof RangeError || error instanceof DomainError)) throw error;
      this.#record("throw", { error: `${error.name}: ${error.message}` });
      return;
    }
    this.#record("return", { result });
  }

  #record(mark: string, detail: Detail): void {
    const index = this.length++;
    if (index < this.#from) return;
    const { input, operation, values } = this.#current;
    const state = this.#system.snapshot(this.#instance);
    this.#keep({ index, time: this.#clock.now, cause: { input, operation, values, mark, detail }, state });
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
