import { faultAt } from "../../../src/engine/explore/fault.ts";
import type { Input, Setup } from "../../../src/engine/systems/run.ts";
import { type Frame, Run } from "../../../src/engine/systems/run.ts";

/** What trying every schedule one by one comes to. */
export interface Tried {
  /** Complete schedules; a schedule that breaks something is not followed any further, nor counted. */
  readonly schedules: number;
  /** Steps of the shortest schedule that breaks something; undefined when none does. */
  readonly shortest: number | undefined;
}

/** Try every schedule of a system, each from the start and with nothing remembered. */
export function everySchedule(setup: Setup, before: readonly Input[] = []): Tried {
  let schedules = 0;
  let shortest: number | undefined;
  const visit = (inputs: readonly Input[]): void => {
    const { frame, choices } = standing(setup, [...before, ...inputs]);
    if (faultAt(setup.system, frame) !== undefined) {
      shortest = Math.min(shortest ?? inputs.length, inputs.length);
      return;
    }
    if (choices.length === 0) schedules += 1;
    for (const choice of choices) visit([...inputs, choice]);
  };
  visit([]);
  return { schedules, shortest };
}

function standing(setup: Setup, inputs: readonly Input[]) {
  let instance: unknown;
  let last: Frame | undefined;
  const system: Setup["system"] = {
    ...setup.system,
    create: (parameters, context) => {
      instance = setup.system.create(parameters, context);
      return instance;
    },
  };
  const run = new Run({ ...setup, system }, (frame) => {
    last = frame;
  });
  for (const input of inputs) run.do(input);
  const kernel = setup.system.kernel?.(instance);
  const ready = kernel?.ready ?? [];
  const clock = ready.length === 0 && kernel?.nextTime !== Number.POSITIVE_INFINITY;
  const choices = clock
    ? [{ operation: "run", values: { steps: 1 } }]
    : ready.map((thread) => ({ operation: "pick", values: { thread } }));
  return { frame: last as Frame, choices };
}
