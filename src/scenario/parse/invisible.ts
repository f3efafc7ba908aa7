import type { Report } from "../problem.ts";
import type { Source } from "./source.ts";

/**
 * Characters that nobody sees: control characters but for the tab, halves of characters, and those that turn the direction
 * of text, so that it reads otherwise than it is.
 */
const INVISIBLE = /(?!\t)[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/u;

/** Tell of invisible characters, once a line. */
export function refuseInvisible(source: Source, report: Report): void {
  for (const { text, line } of source.lines(1, source.length)) {
    const found = INVISIBLE.exec(text);
    if (found === null) continue;
    const code = (found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    report.add(
      { line, column: found.index + 1 },
      `an invisible character, U+${code}, stands here: delete it`,
    );
  }
}
