import type { Field, Recording } from "../../engine/index.ts";
import { printInputs } from "../parse/print-script.ts";
import { DEFAULT_SEED } from "../parse/system-block.ts";
import { LIMITS } from "./limits.ts";

/**
 * A run and the frame of it on show, as the query of a link: its parameters, `seed`, `do` with the inputs as lines of a
 * script, and `at`. What is usual is left out: a parameter's default, the usual seed, the last frame.
 *
 * @param at index of the frame on show
 * @returns undefined for a run of more than the {@link LIMITS} allow
 */
export function printRun(
  { setup, inputs, length }: Pick<Recording, "setup" | "inputs" | "length">,
  at: number,
): Readonly<Record<string, string>> | undefined {
  if (inputs.length > LIMITS.inputs || length > LIMITS.frames) return undefined;
  const { system, parameters, seed } = setup;
  const query: Record<string, string> = {};
  for (const [name, field] of Object.entries(system.parameters) as [string, Field][]) {
    const text = field.print(parameters[name]);
    if (text !== field.print(field.default)) query[name] = text;
  }
  if (seed !== DEFAULT_SEED) query.seed = String(seed);
  if (inputs.length > 0) query.do = printInputs(inputs, system).join("; ");
  if (at !== length - 1) query.at = String(at);
  return query;
}
