import { noSuch } from "../../engine/comparison/nearest.ts";
import type { Comparison, Input, Plain, System } from "../../engine/index.ts";
import type { Places, Report } from "../problem.ts";
import { readComparison } from "../read-comparison.ts";
import { type Line, part } from "./source.ts";
import { type Word, wordsOf } from "./words.ts";

/** The longest that one line may run: in ms, or in steps. */
const LONGEST = 10_000_000;

const FORMS = "run 50 ms, run 12 steps, run until size = 8, or run until P1 waits on notFull";

/** The words with which a line begins that moves a system with a kernel. */
export function driveWords(system: System): readonly string[] {
  if (system.kernel === undefined) return [];
  return (system.live?.length ?? 0) > 0 ? ["run", "pick", "set"] : ["run", "pick"];
}

/** Read a line that begins with one of the {@link driveWords}; no inputs when something is wrong with it. */
export function readDrive(line: Line, system: System, report: Report, places: Places): Input[] {
  const [name, ...words] = wordsOf(line, report);
  if (name === undefined) return [];
  if (name.text === "pick") return readPick(name, words, report, places);
  const input =
    name.text === "set" ? readSet(name, words, system, report) : readRun(line, name, words, report);
  return input === undefined ? [] : [places.mark(input, name)];
}

/** `pick C1 C0 P0`: one step of each, in this order. */
function readPick(name: Word, words: readonly Word[], report: Report, places: Places): Input[] {
  if (words.length === 0) report.add(name, "pick needs the name of a thread, or several: write “pick C1 P0”");
  return words.map((word) => places.mark({ operation: "pick", values: { thread: word.text } }, word));
}

function readSet(name: Word, words: readonly Word[], system: System, report: Report): Input | undefined {
  const [parameter, value] = words;
  const live = system.live ?? [];
  if (parameter === undefined || value === undefined || words.length > 2) {
    report.add(words[2] ?? name, "set takes a parameter and its new value: write “set parameter value”");
    return undefined;
  }
  const field = system.parameters[parameter.text];
  if (field === undefined || !live.includes(parameter.text)) {
    report.add(
      parameter,
      noSuch("parameter", parameter.text, `in the middle of a run ${system.id} can set`, live),
    );
    return undefined;
  }
  const parsed = field.parse(value.text);
  if (!parsed.ok) {
    report.add(value, `${parameter.text} ${parsed.message}; found “${value.text}”`);
    return undefined;
  }
  return { operation: "set", values: { parameter: parameter.text, value: parsed.value } };
}

function readRun(line: Line, name: Word, words: readonly Word[], report: Report): Input | undefined {
  const [first, unit] = words;
  if (first?.text === "until") {
    const expression = part(line, first.column - line.column + "until".length);
    const until = readUntil(expression.text);
    if (until.ok) return { operation: "run", values: { until: until.value as unknown as Plain } };
    report.add({ line: line.line, column: expression.column + until.at }, until.message);
    return undefined;
  }
  const count = Number(first?.text.replaceAll(",", ""));
  const kind = unit?.text === "ms" ? "for" : /^steps?$/.test(unit?.text ?? "") ? "steps" : undefined;
  if (words.length !== 2 || kind === undefined) {
    report.add(first ?? name, `a run says how far: ${FORMS}`);
    return undefined;
  }
  if (!(Number.isInteger(count) && count >= 1 && count <= LONGEST)) {
    report.add(
      first ?? name,
      `how far must be a whole number from 1 to 10,000,000; found “${first?.text ?? ""}”`,
    );
    return undefined;
  }
  return { operation: "run", values: { [kind]: count } };
}

/** `P1 waits on notFull` is short for `threads.P1.doing = "waits on notFull"`. */
function readUntil(text: string): ReturnType<typeof readComparison> {
  const thread = /^([A-Za-z]\w*)\s+([^=<>!]+)$/.exec(text);
  if (thread === null) return readComparison(text);
  const [, name = "", doing = ""] = thread;
  const left = { kind: "path", path: ["threads", name, "doing"] } as const;
  return { ok: true, value: { left, sign: "=", right: { kind: "value", value: doing.trim() } } };
}

/** What a thread is to be doing, when a comparison says no more than that. */
export function threadDoing({ left, sign, right }: Comparison): string | undefined {
  if (sign !== "=" || left.kind !== "path" || right.kind !== "value") return undefined;
  const [threads, name, doing, ...more] = left.path;
  if (threads !== "threads" || doing !== "doing" || more.length > 0) return undefined;
  const { value } = right;
  if (typeof value !== "string" || !/^[^\s=<>!;"][^=<>!;"]*$/.test(value) || value !== value.trim())
    return undefined;
  return `${name} ${value}`;
}
