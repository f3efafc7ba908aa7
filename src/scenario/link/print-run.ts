import { defaultsOf, type Field, type Input, type Recording, type Setup } from "../../engine/index.ts";
import { printInputs } from "../parse/print-script.ts";
import { DEFAULT_SEED } from "../parse/system-block.ts";
import { LIMITS } from "./limits.ts";

/** What goes without saying in a link: how the run begins, and the inputs that come before those of the link. */
export interface Usual extends Pick<Setup, "parameters" | "seed"> {
  readonly inputs: readonly Input[];
}

/** In a lab a run begins with the defaults, and with nothing done. */
export function usualIn({ parameters }: Setup["system"]): Usual {
  return { parameters: defaultsOf(parameters), seed: DEFAULT_SEED, inputs: [] };
}

/**
 * A run and the frame of it on show, as the query of a link: its parameters, `seed`, `do` with the inputs as lines of a
 * script, and `at`. What is usual is left out: a parameter that is as usual, the usual seed and inputs, the last frame.
 *
 * @param at index of the frame on show
 * @returns undefined for a run of more than the {@link LIMITS} allow
 */
export function printRun(
  { setup, inputs, length }: Pick<Recording, "setup" | "inputs" | "length">,
  at: number,
  usual: Usual = usualIn(setup.system),
): Readonly<Record<string, string>> | undefined {
  const own = inputs.slice(usual.inputs.length);
  if (own.length > LIMITS.inputs || length > LIMITS.frames) return undefined;
  const { system, parameters, seed } = setup;
  const query: Record<string, string> = {};
  for (const [name, field] of Object.entries(system.parameters) as [string, Field][]) {
    const text = field.print(parameters[name]);
    if (text !== field.print(usual.parameters[name])) query[name] = text;
  }
  if (seed !== usual.seed) query.seed = String(seed);
  if (own.length > 0) query.do = printInputs(own, system).join("; ");
  if (at !== length - 1) query.at = String(at);
  return query;
}
