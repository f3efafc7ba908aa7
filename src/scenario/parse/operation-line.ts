import { noSuch } from "../../engine/comparison/nearest.ts";
import type { Input, Plain, System } from "../../engine/index.ts";
import type { Places, Report } from "../problem.ts";
import { driveWords, readDrive } from "./drive-line.ts";
import { rangeOf } from "./range.ts";
import type { Line } from "./source.ts";
import { type Word, wordsOf } from "./words.ts";

/** Read `push T0..T11` or `run 50 ms` as the inputs it stands for; none when something is wrong with it. */
export function readOperation(line: Line, system: System, report: Report, places: Places): Input[] {
  const moving = driveWords(system);
  if (moving.includes(/^\S*/.exec(line.text)?.[0] ?? "")) return readDrive(line, system, report, places);
  const [name, ...words] = wordsOf(line, report);
  if (name === undefined) return [];
  const operation = Object.hasOwn(system.operations, name.text) ? system.operations[name.text] : undefined;
  if (operation === undefined) {
    const allowed = `the operations of ${system.id} are`;
    report.add(name, noSuch("operation", name.text, allowed, [...Object.keys(system.operations), ...moving]));
    return [];
  }
  const fields = Object.entries(operation.arguments);
  if (words.length !== fields.length) {
    report.add(words[fields.length] ?? name, wrongCount(name.text, fields, words));
    return [];
  }
  const spread = words.map((word) => spreadOut(word, report));
  const ranges = spread.filter((values) => values.length > 1);
  if (ranges.length > 1) {
    report.add(name, "only one range may stand in a line");
    return [];
  }
  const inputs: Input[] = [];
  for (let index = 0; index < (ranges[0]?.length ?? 1); index++) {
    const values: { [argument: string]: Plain } = {};
    for (const [position, [argument, field]] of fields.entries()) {
      const all = spread[position] ?? [];
      const text = all[index] ?? all[0];
      if (text === undefined) return [];
      const parsed = field.parse(text);
      if (!parsed.ok) {
        report.add(words[position] ?? name, `${argument} ${parsed.message}; found “${text}”`);
        return [];
      }
      values[argument] = parsed.value;
    }
    inputs.push(places.mark({ operation: name.text, values }, name));
  }
  return inputs;
}

function spreadOut(word: Word, report: Report): readonly string[] {
  if (word.quoted) return [word.text];
  const range = rangeOf(word.text);
  if (!range.ok) report.add(word, range.message);
  return range.ok ? range.value : [];
}

function wrongCount(
  operation: string,
  fields: readonly (readonly [string, unknown])[],
  words: readonly Word[],
): string {
  const form = [operation, ...fields.map(([name]) => name)].join(" ");
  const [missing] = fields[words.length] ?? [];
  if (missing !== undefined) return `${operation} needs ${missing}: write “${form}”`;
  return `${operation} takes no more than “${form}”; found “${words[fields.length]?.text}”`;
}
