import { type Input, Recording, Run, type Setup, type System } from "../../engine/index.ts";
import { grouped } from "../../engine/systems/grouped.ts";
import { LIMITS } from "./limits.ts";
import { clipped, readRun, sentence } from "./read-run.ts";

/** A run that a link led to. */
export interface OpenedRun {
  readonly recording: Recording;
  /** Index of the frame to show. */
  readonly at: number;
  /** Sentences for the reader: what was wrong in the link, and what is allowed. */
  readonly problems: readonly string[];
}

/** Do what the query of a link says, as far as that can be done. */
export function openRun(system: System, query: ReadonlyMap<string, string>): OpenedRun {
  const { parameters, seed, inputs, cut, problems } = readRun(system, query);
  const setup: Setup = { system, parameters, seed };
  const within = withinLimit(setup, inputs);
  const recording = new Recording(setup, inputs.slice(0, within));
  const last = recording.length - 1;
  const text = query.get("at");
  const asked = text === undefined ? last : /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  const more: string[] = [];
  if (within < inputs.length) {
    more.push(
      `Operation ${grouped(within + 1)} of the run goes beyond ${grouped(LIMITS.frames)} moves: a link has at most so many, and what stands before it was done`,
    );
  } else if (!cut && !(asked <= last)) {
    more.push(
      `at must be a move of the run, a whole number from 0 to ${grouped(last)}; found “${clipped(text ?? "")}”`,
    );
  }
  return {
    recording,
    at: asked <= last ? asked : last,
    problems: [...problems, ...more.map(sentence)],
  };
}

/** How many of the inputs can be done before there are too many frames. None of the frames is made. */
export function withinLimit(setup: Setup, inputs: readonly Input[]): number {
  const run = new Run(setup, () => {}, Number.POSITIVE_INFINITY);
  for (const [index, input] of inputs.entries()) {
    for (const _ of run.doing(input)) if (run.length > LIMITS.frames) return index;
    if (run.length > LIMITS.frames) return index;
  }
  return inputs.length;
}
