import { type Input, Recording, Run, type Setup, type System } from "../../engine/index.ts";
import { grouped } from "../../engine/systems/grouped.ts";
import { differsFrom, fingerprintOf } from "./fingerprint.ts";
import { LIMITS } from "./limits.ts";
import { type Usual, usualIn } from "./print-run.ts";
import { clipped, readRun, sentence } from "./read-run.ts";

/** A run that a link led to. */
export interface OpenedRun {
  readonly recording: Recording;
  /** Index of the frame to show. */
  readonly at: number;
  /** Sentences for the reader: what was wrong in the link, and what is allowed. */
  readonly problems: readonly string[];
}

/** How many moves are made at a time. */
const SLICE = 64;

/** Do what the query of a link says, as far as that can be done. */
export function openRun(system: System, query: ReadonlyMap<string, string>): OpenedRun {
  return wholly(openingRun(system, query));
}

/** Do something at once that could be done bit by bit. */
export function wholly<T>(work: Generator<unknown, T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
  }
}

/**
 * Do what the query of a link says, a few moves each time it is asked to go on: a link may ask for many.
 *
 * @param usual what the link leaves out: how the run begins, and what comes before it
 */
export function* openingRun(
  system: System,
  query: ReadonlyMap<string, string>,
  usual: Usual = usualIn(system),
): Generator<void, OpenedRun> {
  const run = new Map(query);
  run.delete("sum");
  const { parameters, seed, inputs: own, cut, problems } = readRun(system, run, usual);
  const setup: Setup = { system, parameters, seed };
  const inputs = [...usual.inputs, ...own];
  const ends = yield* endsOf(setup, inputs);
  const recording = yield* recorded(setup, inputs, ends);
  const last = recording.length - 1;
  const text = query.get("at");
  const asked = text === undefined ? last : /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  const at = asked <= last ? asked : last;
  const more: string[] = [];
  if (ends.length < inputs.length) {
    more.push(
      `Operation ${grouped(ends.length + 1)} of the run goes beyond ${grouped(LIMITS.frames)} moves: a run has at most so many, and what stands before it was done`,
    );
  } else if (!cut && !(asked <= last)) {
    more.push(
      `at must be a move of the run, a whole number from 0 to ${grouped(last)}; found “${clipped(text ?? "")}”`,
    );
  }
  const told = [...problems, ...more.map(sentence)];
  const differs = told.length > 0 ? undefined : differsFrom(query.get("sum"), fingerprintOf(recording, at));
  return { recording, at, problems: differs === undefined ? told : [differs] };
}

/** How many of the inputs can be done before there are too many frames. None of the frames is made. */
export function withinLimit(setup: Setup, inputs: readonly Input[]): number {
  return wholly(endsOf(setup, inputs)).length;
}

/** How many frames there are after each of the inputs, as far as there are not too many. None of the frames is made. */
function* endsOf(setup: Setup, inputs: readonly Input[]): Generator<void, readonly number[]> {
  const run = new Run(setup, () => {}, Number.POSITIVE_INFINITY);
  const ends: number[] = [];
  for (const input of inputs) {
    for (const _ of run.doing(input)) {
      if (run.length > LIMITS.frames) return ends;
      if (run.length % SLICE === 0) yield;
    }
    if (run.length > LIMITS.frames) return ends;
    ends.push(run.length);
    yield;
  }
  return ends;
}

/** The recording of those inputs whose ends are known. */
function* recorded(
  setup: Setup,
  inputs: readonly Input[],
  ends: readonly number[],
): Generator<void, Recording> {
  const length = ends.at(-1) ?? 1;
  const recording = new Recording(setup, [], undefined, length);
  let before = 1;
  for (const [index, end] of ends.entries()) {
    recording.schedule(inputs[index] as Input, end - before);
    before = end;
  }
  for (let done = 0; done < length; done += SLICE) {
    recording.runTo(done);
    yield;
  }
  recording.runTo(length - 1);
  return recording;
}
