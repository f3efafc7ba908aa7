import { printComparison, printOperand } from "../../engine/comparison/print.ts";
import type { Input, System } from "../../engine/index.ts";
import type { Ask, Beat } from "../episode.ts";
import { printText } from "./entries.ts";
import { foldRanges } from "./range.ts";

/** The lines of a step's `do` block. */
export function printDo({ inputs, expects }: Pick<Beat, "inputs" | "expects">, system: System): string[] {
  const lines: string[] = [];
  const stops = [...new Set([...expects.map(({ after }) => after), inputs.length])].sort((a, b) => a - b);
  let done = 0;
  for (const stop of stops) {
    lines.push(...foldRanges(inputs.slice(done, stop).map((input) => printInput(input, system))));
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

function printInput({ operation, values }: Input, system: System): string {
  const fields = Object.entries(system.operations[operation]?.arguments ?? {});
  const words = fields.map(([name, field]) => printWord(field.print(values[name] as never)));
  return [operation, ...words].join(" ");
}

/** A word, in quotes when it would be taken for several, or for a range. */
function printWord(word: string): string {
  return /^[^\s";]+$/.test(word) && !word.includes("..") ? word : JSON.stringify(word);
}
