import type { Report } from "../problem.ts";
import { type Line, part } from "./source.ts";

/** One `name: value` of the head or of a block. */
export interface Entry {
  readonly name: Line;
  readonly value: Line;
  /** The indented lines below it. */
  readonly below: readonly Line[];
}

/**
 * Read lines of `name: value`. The value is the rest of the line, taken as it stands, so that a `#` or a `:` needs
 * no care; it may go on in indented lines, and it may stand in double quotes.
 */
export function readEntries(lines: readonly Line[], report: Report): Entry[] {
  const entries: { name: Line; value: Line; below: Line[] }[] = [];
  for (const line of lines) {
    if (line.text.trim() === "") continue;
    if (/^\s/.test(line.text) && entries.length > 0) {
      entries.at(-1)?.below.push(part(line));
      continue;
    }
    const name = /^\s*([A-Za-z][\w-]*)\s*:(?=\s|$)/.exec(line.text);
    if (name === null) {
      report.add(part(line), `expected “name: value”; found “${line.text.trim()}”`);
      continue;
    }
    const colon = name[0].length;
    entries.push({ name: part(line, 0, colon - 1), value: part(line, colon), below: [] });
  }
  return entries;
}

/** The whole text of an entry's value: its line and the lines below it, without the quotes around it. */
export function textOf({ value, below }: Entry): string {
  const text = [value, ...below]
    .map((line) => line.text)
    .filter((line) => line !== "")
    .join(" ");
  return unquoted(text);
}

/** A text written in double quotes, or the text itself. */
export function unquoted(text: string): string {
  if (!/^"(?:[^"\\]|\\.)*"$/.test(text)) return text;
  try {
    return JSON.parse(text) as string;
  } catch {
    return text;
  }
}

/** A text as a value that reads back as the same text. */
export function printText(text: string): string {
  return text !== text.trim() || unquoted(text) !== text || text === "" || /[\r\n]/.test(text)
    ? JSON.stringify(text)
    : text;
}
