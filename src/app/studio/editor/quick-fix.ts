/** A change of one line that puts a problem right. */
export interface Fix {
  /** Offsets into the line. */
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/**
 * What a problem's message says was meant, if it says so and the wrong word stands in the line.
 *
 * @param column where the problem begins, counted from 0
 */
export function fixOf(message: string, line: string, column: number): Fix | undefined {
  const [, found = "", insert = ""] =
    /there is no [^“]*“([^”]+)”; did you mean “([^”]+)”\?/.exec(message) ?? [];
  if (found === "") return undefined;
  const from = wordAt(line, found, column);
  return from < 0 ? undefined : { from, to: from + found.length, insert };
}

/** Where a word stands in a line as a whole one. */
function wordAt(line: string, word: string, column: number): number {
  for (let at = line.indexOf(word, column); at >= 0; at = line.indexOf(word, at + 1)) {
    const around = `${line[at - 1] ?? " "}${line[at + word.length] ?? " "}`;
    if (!/[\w-]/.test(around)) return at;
  }
  return -1;
}
