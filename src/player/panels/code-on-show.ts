import { type ListedMethod, litLine } from "../../scenario/index.ts";
import { lineOf, type PlayerState, shownPosition } from "../store/player-state.ts";

/** The method to show and the line of it that is running; no line before the first operation. */
export interface CodeOnShow {
  readonly method: ListedMethod;
  readonly line: number | null;
}

/** An operation of more moves than this is only followed to here. */
const MOST_MARKS = 4_000;

/** The source behind the operation on show; before the first operation, that of the system's first. */
export function codeOnShow(state: PlayerState, language: "typescript" | "python"): CodeOnShow | undefined {
  const line = lineOf(state);
  if (line.length === 0) return undefined;
  const moment = line.at(shownPosition(state));
  const { cause, index } = moment.frame;
  const system = state.module.systems.get(line.scene(moment).system);
  const operation = system?.operations[cause.operation] ?? Object.values(system?.operations ?? {})[0];
  if (operation?.source === undefined) return undefined;
  const { structure, method: name } = operation.source;
  const listing = state.stock.listings.get(structure);
  const method = listing?.languages.find((candidate) => candidate.language === language)?.methods[name];
  if (method === undefined) return undefined;
  if (cause.operation === "") return { method, line: null };
  const recording = line.recording(moment);
  const from = recording.startOf(cause.input) + 1;
  const marks: string[] = [];
  for (let at = from; at <= Math.min(index, from + MOST_MARKS); at++)
    marks.push(recording.frame(at).cause.mark);
  return { method, line: litLine(method, marks) };
}
