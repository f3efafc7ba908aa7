import { capital } from "../../engine/comparison/capital.ts";
import { noSuch } from "../../engine/comparison/nearest.ts";
import type { Field, Input, Plain, System } from "../../engine/index.ts";
import { grouped } from "../../engine/systems/grouped.ts";
import { readOperation } from "../parse/operation-line.ts";
import { operationsOf } from "../parse/source.ts";
import { Places, Report } from "../problem.ts";
import { LIMITS } from "./limits.ts";
import { type Usual, usualIn } from "./print-run.ts";

/** What the query of a link says of a run. What is wrong in it is left out and told. */
export interface ReadRun {
  readonly parameters: { readonly [name: string]: Plain };
  readonly seed: number;
  /** Those before the first line that is wrong. */
  readonly inputs: readonly Input[];
  /** Whether lines were left out. */
  readonly cut: boolean;
  /** Sentences for the reader: what is wrong, and what is allowed. */
  readonly problems: readonly string[];
}

/** Read what {@link printRun} prints, or a reader has written. The frame on show is read when the run is there. */
export function readRun(
  system: System,
  query: ReadonlyMap<string, string>,
  usual: Pick<Usual, "parameters" | "seed"> = usualIn(system),
): ReadRun {
  const problems: string[] = [];
  const known = [...Object.keys(system.parameters), "seed", "do", "at"];
  for (const name of query.keys()) {
    if (known.includes(name)) continue;
    problems.push(capital(noSuch("parameter", clipped(name), `${system.id} has`, known)));
  }
  const parameters = { ...usual.parameters };
  for (const [name, field] of Object.entries(system.parameters) as [string, Field][]) {
    const text = query.get(name);
    if (text === undefined) continue;
    const read = field.parse(text);
    if (read.ok) parameters[name] = read.value;
    else problems.push(`${name} ${read.message}; found “${clipped(text)}”`);
  }
  const seed = readSeed(query.get("seed"), usual.seed);
  if (seed === undefined) {
    const found = clipped(query.get("seed") ?? "");
    problems.push(`seed must be a whole number, 0 or more; found “${found}”`);
  }
  const script = readScript(query.get("do") ?? "", system);
  if (script.problem !== undefined) problems.push(script.problem);
  return {
    parameters,
    seed: seed ?? usual.seed,
    inputs: script.inputs,
    cut: script.problem !== undefined,
    problems: problems.map(sentence),
  };
}

const LONGEST_SENTENCE = 500;
const LONGEST_QUOTE = 40;

/** A sentence that is fit to be shown: what it quotes comes from anywhere, and may be anything. */
export function sentence(words: string): string {
  const text = words.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, "\uFFFD");
  return `${clipped(text, LONGEST_SENTENCE)}.`;
}

/** The beginning of a text that may be of any length. */
export function clipped(text: string, longest = LONGEST_QUOTE): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

function readSeed(text: string | undefined, usual: number): number | undefined {
  if (text === undefined) return usual;
  return /^\d+$/.test(text) && Number.isSafeInteger(Number(text)) ? Number(text) : undefined;
}

/** Read operations that stand after each other with `;` between, up to the first that is wrong. */
export function readScript(text: string, system: System): { inputs: readonly Input[]; problem?: string } {
  const inputs: Input[] = [];
  const places = new Places();
  const lines = operationsOf({ text: text.slice(0, LIMITS.script), line: 1, column: 1 });
  // What stands last may have been cut in two.
  if (text.length > LIMITS.script) lines.pop();
  let number = 0;
  for (const line of lines) {
    if (line.text === "") continue;
    number += 1;
    const told = `Line ${number} of the run, “${clipped(line.text)}”`;
    if (line.text.length > LIMITS.line) {
      return {
        inputs,
        problem: `${told}, is too long: a line has at most ${grouped(LIMITS.line)} characters`,
      };
    }
    const report = new Report("");
    const read = readOperation(line, system, report, places);
    const [wrong] = report.problems;
    if (wrong !== undefined) {
      return { inputs, problem: `${told}: ${wrong.message}. What stands before it was done` };
    }
    inputs.push(...read);
    if (inputs.length > LIMITS.inputs) {
      const most = grouped(LIMITS.inputs);
      const problem = `${told}, goes beyond ${most} operations: a run has at most so many, and those were done`;
      return { inputs: inputs.slice(0, LIMITS.inputs), problem };
    }
  }
  if (text.length <= LIMITS.script) return { inputs };
  const most = grouped(LIMITS.script);
  return { inputs, problem: `The run is too long: its lines have at most ${most} characters together` };
}
