import { printComparison, printOperand } from "../../engine/comparison/print.ts";
import type { Comparison, Input, System } from "../../engine/index.ts";
import type { Ask, Beat, Practice } from "../episode.ts";
import { driveWords, threadDoing } from "./drive-line.ts";
import { printText } from "./entries.ts";
import { DEFAULT_ROUNDS } from "./practice-block.ts";
import { foldRanges } from "./range.ts";

/** The lines of a step's `do` block. */
export function printDo({ inputs, expects }: Pick<Beat, "inputs" | "expects">, system: System): string[] {
  const lines: string[] = [];
  const stops = [...new Set([...expects.map(({ after }) => after), inputs.length])].sort((a, b) => a - b);
  let done = 0;
  for (const stop of stops) {
    lines.push(...printInputs(inputs.slice(done, stop), system));
    for (const { after, holds } of expects)
      if (after === stop) lines.push(`expect ${printComparison(holds)}`);
    done = stop;
  }
  return lines;
}

/** The lines of an `ask` block. */
export function printAsk({ question, inputs, answer, why }: Ask, system: System): string[] {
  const after = inputs.map((input) => printInput(input, system)).join("; ");
  const lines = [`question: ${printText(question)}`];
  if (answer.pick !== "choice") {
    const what = printOperand(answer.path);
    lines.push(`answer: ${after === "" ? what : `${what} after ${after}`}`, `pick: ${answer.pick}`);
  } else if (after !== "") lines.push(`after: ${after}`);
  if (answer.pick === "choice") {
    lines.push("options:");
    for (const { text, holds } of answer.options) {
      lines.push(`  ${JSON.stringify(text)}: ${printComparison(holds)}`);
    }
  }
  if (why !== undefined) lines.push(`why: ${printText(why)}`);
  return lines;
}

/** The lines of a `practice` block. */
export function printPractice({ question, operations, rounds }: Practice): string[] {
  return [
    `question: ${printText(question)}`,
    `operation: ${operations.join(", ")}`,
    ...(rounds === DEFAULT_ROUNDS ? [] : [`rounds: ${rounds}`]),
  ];
}

/** Inputs as the lines of a script: one each; operations that count on are one line, and so are picks. */
export function printInputs(inputs: readonly Input[], system: System): string[] {
  const lines: string[] = [];
  for (let at = 0; at < inputs.length; ) {
    const kind = kindOf(inputs[at] as Input, system);
    let end = at + 1;
    while (end < inputs.length && kindOf(inputs[end] as Input, system) === kind) end++;
    const alike = inputs.slice(at, end);
    if (kind === "pick") lines.push(`pick ${alike.map(({ values }) => values.thread).join(" ")}`);
    else if (kind === "own") lines.push(...foldRanges(alike.map((input) => printInput(input, system))));
    else lines.push(...alike.map((input) => printInput(input, system)));
    at = end;
  }
  return lines;
}

function kindOf({ operation }: Input, system: System): "pick" | "own" | "other" {
  if (!driveWords(system).includes(operation)) return "own";
  return operation === "pick" ? "pick" : "other";
}

function printDrive({ operation, values }: Input, system: System): string {
  if (operation === "pick") return `pick ${values.thread}`;
  if (operation === "set") {
    const { parameter, value } = values as { readonly parameter: string; readonly value: never };
    return `set ${parameter} ${printWord(system.parameters[parameter]?.print(value) ?? String(value))}`;
  }
  if ("steps" in values) return `run ${values.steps} ${values.steps === 1 ? "step" : "steps"}`;
  if ("for" in values) return `run ${values.for} ms`;
  const until = values.until as unknown as Comparison;
  return `run until ${threadDoing(until) ?? printComparison(until)}`;
}

function printInput({ operation, values }: Input, system: System): string {
  if (driveWords(system).includes(operation)) return printDrive({ operation, values }, system);
  const fields = Object.entries(system.operations[operation]?.arguments ?? {});
  const words = fields.map(([name, field]) => printWord(field.print(values[name] as never)));
  return [operation, ...words].join(" ");
}

/** A word, in quotes when it would be taken for several, or for a range, or when it is not well-formed text. */
function printWord(word: string): string {
  return /^[^\s";\p{Cs}]+$/u.test(word) && !word.includes("..") ? word : JSON.stringify(word);
}
