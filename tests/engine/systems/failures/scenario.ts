import {
  type FailureState,
  type Frame,
  type Input,
  type Plain,
  Run,
  type Setup,
  type System,
} from "../../../../src/engine/index.ts";
import { setupOf } from "../script.ts";

export const run = (time: number): Input => ({ operation: "run", values: { for: time } });
export const set = (parameter: string, value: Plain): Input => ({
  operation: "set",
  values: { parameter, value },
});

/** A run of a failure mode that can be looked at between its inputs. */
export class Scenario {
  readonly frames: Frame<FailureState>[] = [];
  readonly #run: Run;

  constructor(system: System, parameters: { readonly [name: string]: Plain } = {}, seed = 1) {
    const setup: Setup = setupOf(system, parameters, seed);
    this.#run = new Run(setup, (frame) => this.frames.push(frame as Frame<FailureState>));
  }

  do(...inputs: readonly Input[]): FailureState {
    for (const input of inputs) this.#run.do(input);
    return this.state;
  }

  get state(): FailureState {
    return (this.frames.at(-1) as Frame<FailureState>).state;
  }

  /** The states from a time on, in ms. */
  since(time: number): readonly FailureState[] {
    return this.frames.filter((frame) => frame.time >= time).map(({ state }) => state);
  }
}

export function counter(state: FailureState, id: string): number {
  const found = state.counters.find((entry) => entry.name === id);
  if (found === undefined) throw new Error(`no counter “${id}”`);
  return found.value ?? Number.NaN;
}

export function stage(state: FailureState, id: string) {
  const found = state.stages.find((entry) => entry.name === id);
  if (found === undefined) throw new Error(`no stage “${id}”`);
  return found;
}
