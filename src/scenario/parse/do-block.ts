import type { Input, System } from "../../engine/index.ts";
import type { Expect } from "../episode.ts";
import type { Places, Report } from "../problem.ts";
import { readComparison } from "../read-comparison.ts";
import { readOperation } from "./operation-line.ts";
import type { Room } from "./room.ts";
import { type Line, part } from "./source.ts";

/** Read the lines of a `do` block: operations, and what must hold between them. */
export function readDo(
  lines: readonly Line[],
  system: System,
  report: Report,
  places: Places,
  room: Room,
): { inputs: Input[]; expects: Expect[] } {
  const inputs: Input[] = [];
  const expects: Expect[] = [];
  for (const line of lines.map((raw) => part(raw))) {
    if (room.isFull) break;
    const expect = /^expect(\s|$)/.exec(line.text);
    if (expect === null) {
      inputs.push(...room.take(readOperation(line, system, report, places), line, report));
    } else {
      const expression = part(line, expect[0].length);
      const comparison = readComparison(expression.text);
      if (comparison.ok) {
        expects.push(places.mark({ after: inputs.length, holds: comparison.value }, line));
      } else {
        report.add({ line: line.line, column: expression.column + comparison.at }, comparison.message);
      }
    }
  }
  return { inputs, expects };
}
