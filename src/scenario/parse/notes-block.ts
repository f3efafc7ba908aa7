import type { Report } from "../problem.ts";
import { type Line, part } from "./source.ts";

/** Read a `notes` block, one thought a line; undefined when there is none in it. */
export function readNotes(
  block: Line,
  lines: readonly Line[],
  report: Report,
): readonly string[] | undefined {
  const notes = lines.map((line) => part(line).text).filter((text) => text !== "");
  if (notes.length > 0) return notes;
  report.add(
    block,
    "the notes block is empty: each of its lines is a thought for whoever presents the episode",
  );
  return undefined;
}
