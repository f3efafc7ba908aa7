import type { Report } from "../problem.ts";
import type { Line } from "./source.ts";

/** One word of a line of a script. */
export interface Word extends Line {
  /** Whether it stood in quotes and is to be taken as it is. */
  readonly quoted: boolean;
}

/** The words of a line, separated by spaces; one with spaces in it stands in double quotes. */
export function wordsOf(line: Line, report: Report): Word[] {
  const words: Word[] = [];
  for (const found of line.text.matchAll(/"(?:[^"\\]|\\.)*"(?=\s|$)|\S+/g)) {
    const place = { line: line.line, column: line.column + found.index };
    const text = found[0];
    if (!text.startsWith('"')) words.push({ text, quoted: false, ...place });
    else {
      const value = inQuotes(text);
      if (value === undefined)
        report.add(place, `the quotes of ${text} are not closed before the next space`);
      words.push({ text: value ?? text, quoted: true, ...place });
    }
  }
  return words;
}

function inQuotes(text: string): string | undefined {
  try {
    return JSON.parse(text) as string;
  } catch {
    return undefined;
  }
}
