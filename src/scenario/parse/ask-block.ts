import { noSuch } from "../../engine/comparison/nearest.ts";
import type { Comparison, Input, System } from "../../engine/index.ts";
import type { Ask } from "../episode.ts";
import type { Places, Report } from "../problem.ts";
import { readComparison, readOperand } from "../read-comparison.ts";
import { type Entry, readEntries, textOf, unquoted } from "./entries.ts";
import { readOperation } from "./operation-line.ts";
import type { Room } from "./room.ts";
import { type Line, operationsOf, part } from "./source.ts";

const PICKS = ["slot", "number", "thread"] as const;
const NAMES = ["question", "answer", "pick", "after", "options", "why"];

/** Read an `ask` block; undefined when it holds no question that could be asked. */
export function readAsk(
  block: Line,
  lines: readonly Line[],
  system: System,
  report: Report,
  places: Places,
  room: Room,
): Ask | undefined {
  const entries = new Map<string, Entry>();
  for (const entry of readEntries(lines, report)) {
    const key = entry.name.text;
    if (!NAMES.includes(key)) report.add(entry.name, noSuch("entry", key, "an ask block has", NAMES));
    else if (entries.has(key)) report.add(entry.name, `${key} stands in the block twice`);
    else entries.set(key, entry);
  }
  const question = entries.get("question");
  if (question === undefined) report.add(block, "the ask block has no “question: …”");
  const options = entries.get("options");
  const answer = entries.get("answer");
  if (options !== undefined && answer !== undefined) {
    report.add(answer.name, "an ask block has either options or an answer with a pick, not both");
  }
  const inputs = inputsOf(entries, system, report, places, room);
  const read = options === undefined ? pickOf(block, entries, report) : choiceOf(options, entries, report);
  if (question === undefined || read === undefined) return undefined;
  const why = entries.get("why");
  const ask: Ask = {
    question: textOf(question),
    inputs,
    answer: read,
    ...(why === undefined ? {} : { why: textOf(why) }),
  };
  return places.mark(ask, block);
}

function inputsOf(
  entries: ReadonlyMap<string, Entry>,
  system: System,
  report: Report,
  places: Places,
  room: Room,
): Input[] {
  const after = entries.get("after");
  const answer = entries.get("answer");
  const inline = answer === undefined ? undefined : splitAnswer(answer).operations;
  if (after !== undefined && inline !== undefined) {
    report.add(after.name, "the operations stand in the answer already, behind its “after”");
  }
  const line = inline ?? after?.value;
  if (line === undefined) return [];
  const inputs: Input[] = [];
  for (const operation of operationsOf(line)) {
    if (room.isFull) break;
    inputs.push(...room.take(readOperation(operation, system, report, places), operation, report));
  }
  return inputs;
}

/** `tail after push T12` as its two halves. */
function splitAnswer({ value }: Entry): { readonly what: Line; readonly operations?: Line } {
  const found = /(^|\s)after(\s|$)/.exec(value.text);
  if (found === null) return { what: value };
  return { what: part(value, 0, found.index), operations: part(value, found.index + found[0].length) };
}

function pickOf(block: Line, entries: ReadonlyMap<string, Entry>, report: Report): Ask["answer"] | undefined {
  const answer = entries.get("answer");
  const pick = entries.get("pick");
  if (answer === undefined) {
    report.add(
      block,
      "the question has no answer: give “answer: …” with “pick: slot”, “pick: number” or “pick: thread”, or “options:”",
    );
    return undefined;
  }
  const kind = pick === undefined ? undefined : textOf(pick);
  const known = PICKS.find((name) => name === kind);
  if (known === undefined) {
    report.add(
      pick?.value ?? answer.name,
      `pick must be slot, number or thread; found ${kind === undefined ? "none" : `“${kind}”`}`,
    );
  }
  const { what } = splitAnswer(answer);
  const operand = readOperand(what.text);
  if (!operand.ok) {
    report.add({ line: what.line, column: what.column + operand.at }, operand.message);
    return undefined;
  }
  return known === undefined ? undefined : { pick: known, path: operand.value };
}

function choiceOf(
  options: Entry,
  entries: ReadonlyMap<string, Entry>,
  report: Report,
): Ask["answer"] | undefined {
  const pick = entries.get("pick");
  if (pick !== undefined) report.add(pick.name, "a question with options has no pick");
  const read = options.below.flatMap((line) => readOption(line, report) ?? []);
  if (options.below.length < 2) report.add(options.name, "a question with options has two or more of them");
  return { pick: "choice", options: read };
}

function readOption(line: Line, report: Report): { text: string; holds: Comparison } | undefined {
  const found = /^("(?:[^"\\]|\\.)*")\s*:/.exec(line.text);
  if (found === null) {
    report.add(line, `an option reads “"What it says": size = 8”; found “${line.text}”`);
    return undefined;
  }
  const expression = part(line, found[0].length);
  const comparison = readComparison(expression.text);
  if (comparison.ok) return { text: unquoted(found[1] ?? ""), holds: comparison.value };
  report.add({ line: line.line, column: expression.column + comparison.at }, comparison.message);
  return undefined;
}
