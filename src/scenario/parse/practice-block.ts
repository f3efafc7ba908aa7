import { noSuch } from "../../engine/comparison/nearest.ts";
import type { System } from "../../engine/index.ts";
import { practices } from "../../engine/practice/practices.ts";
import type { Practice } from "../episode.ts";
import type { Places, Report } from "../problem.ts";
import { type Entry, readEntries, textOf } from "./entries.ts";
import { type Line, part } from "./source.ts";

const NAMES = ["question", "operation", "rounds"];
/** How many states count where the block does not say. */
export const DEFAULT_ROUNDS = 3;
const MOST_ROUNDS = 20;

/** Read a `practice` block; undefined when it holds no exercise that could be done. */
export function readPractice(
  block: Line,
  lines: readonly Line[],
  system: System,
  report: Report,
  places: Places,
): Practice | undefined {
  const entries = new Map<string, Entry>();
  for (const entry of readEntries(lines, report)) {
    const key = entry.name.text;
    if (!NAMES.includes(key)) {
      report.add(entry.name, noSuch("entry", key, "a practice block has", NAMES));
    } else if (entries.has(key)) report.add(entry.name, `${key} stands in the block twice`);
    else entries.set(key, entry);
  }
  const question = entries.get("question");
  const operation = entries.get("operation");
  if (question === undefined) report.add(block, "the practice block has no “question: …”");
  if (operation === undefined) report.add(block, "the practice block has no “operation: …”");
  const operations = operation === undefined ? [] : operationsOf(operation, system, report);
  const rounds = roundsOf(entries.get("rounds"), report);
  if (question === undefined || operations.length === 0 || rounds === undefined) return undefined;
  return places.mark({ question: textOf(question), operations, rounds }, block);
}

function operationsOf({ value }: Entry, system: System, report: Report): string[] {
  const known = Object.keys(practices.get(system.id)?.operations ?? {});
  if (known.length === 0) {
    const others = [...practices.keys()].join(", ");
    report.add(value, `${system.id} cannot be practised; what can be is ${others}`);
    return [];
  }
  const operations: string[] = [];
  let from = 0;
  for (const piece of value.text.split(",")) {
    const name = part(value, from, from + piece.length);
    from += piece.length + 1;
    if (operations.includes(name.text)) report.add(name, `${name.text} stands in the list twice`);
    else if (known.includes(name.text)) operations.push(name.text);
    else {
      const allowed = `what can be practised of ${system.id} is`;
      report.add(name, noSuch("exercise", name.text, allowed, known));
    }
  }
  return operations;
}

function roundsOf(entry: Entry | undefined, report: Report): number | undefined {
  if (entry === undefined) return DEFAULT_ROUNDS;
  const text = textOf(entry);
  const rounds = Number(text);
  if (/^\d+$/.test(text) && rounds >= 1 && rounds <= MOST_ROUNDS) return rounds;
  report.add(entry.value, `rounds must be a whole number from 1 to ${MOST_ROUNDS}; found “${text}”`);
  return undefined;
}
