import type { Place } from "../problem.ts";

/** A line of a text, or the part of it that matters. */
export interface Line extends Place {
  readonly text: string;
}

/** A text by lines, with the place of each. */
export class Source {
  readonly #lines: readonly string[];

  constructor(text: string) {
    // Some editors begin a file with an invisible byte order mark.
    this.#lines = text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);
  }

  get length(): number {
    return this.#lines.length;
  }

  /** A line as it stands, counted from 1. */
  line(line: number): Line {
    return { text: this.#lines[line - 1] ?? "", line, column: 1 };
  }

  /** The lines from one to another, both included. */
  lines(first: number, last: number): Line[] {
    const lines: Line[] = [];
    for (let line = first; line <= last; line++) lines.push(this.line(line));
    return lines;
  }
}

/** The operations of a line that has several, separated by `;`. One in double quotes separates nothing. */
export function operationsOf(line: Line): Line[] {
  return [...line.text.matchAll(/(?:"(?:[^"\\]|\\.)*"|[^;])+/g)].map(({ index, 0: found }) =>
    part(line, index, index + found.length),
  );
}

/** The part of a line from a character on, without the spaces around it. */
export function part(line: Line, from = 0, to = line.text.length): Line {
  const text = line.text.slice(from, to);
  const lead = text.length - text.trimStart().length;
  return { text: text.trim(), line: line.line, column: line.column + from + (text.trim() === "" ? 0 : lead) };
}
