import type { Frame, Running, System } from "../../engine/index.ts";
import { type ListedMethod, type Listing, litLine } from "../../scenario/index.ts";
import { lineOf, type PlayerState, shownPosition } from "../store/player-state.ts";

/** The method to show and the line of it that is running; no line before the first operation. */
export interface CodeOnShow {
  readonly method: ListedMethod;
  readonly line: number | null;
  /** Which threads stand at which line of it. */
  readonly tags: ReadonlyMap<number, readonly string[]>;
}

type Language = "typescript" | "python";

/** An operation of more moves than this is only followed to here. */
const MOST_MARKS = 4_000;

const NO_TAGS = new Map<number, readonly string[]>();

/**
 * The source behind what is on show: that of the thread that moved last, or of the operation; before the first operation,
 * that of the system's first.
 */
export function codeOnShow(state: PlayerState, language: Language): CodeOnShow | undefined {
  const line = lineOf(state);
  if (line.length === 0) return undefined;
  const moment = line.at(shownPosition(state));
  const { cause, index } = moment.frame;
  const system = state.module.systems.get(line.scene(moment).system);
  const methodOf = (structure: string, name: string) =>
    state.stock.listings.get(structure)?.languages.find((candidate) => candidate.language === language)
      ?.methods[name];
  if (system?.running !== undefined) {
    const running = threadsCode(system, moment.frame, methodOf);
    if (running !== undefined) return running;
    const named = idleCode(moment.frame, state.stock.listings, language);
    if (named !== undefined) return named;
  }
  const operations = system?.operations ?? {};
  const own = operations[cause.operation];
  const shown =
    own === undefined || system?.running !== undefined
      ? [own, ...Object.values(operations)].find((operation) => operation?.source !== undefined)
      : own;
  if (shown?.source === undefined) return undefined;
  const method = methodOf(shown.source.structure, shown.source.method);
  if (method === undefined) return undefined;
  if (shown !== own) return { method, line: null, tags: NO_TAGS };
  const recording = line.recording(moment);
  const from = recording.startOf(cause.input) + 1;
  const marks: string[] = [];
  for (let at = from; at <= Math.min(index, from + MOST_MARKS); at++)
    marks.push(recording.frame(at).cause.mark);
  return { method, line: litLine(method, marks), tags: NO_TAGS };
}

function threadsCode(
  system: System,
  { state, cause }: Frame,
  methodOf: (structure: string, name: string) => ListedMethod | undefined,
): CodeOnShow | undefined {
  const running = system.running?.(state) ?? [];
  const [first] = running;
  const method = first && methodOf(first.structure, first.method);
  if (first === undefined || method === undefined) return undefined;
  const tags = new Map<number, string[]>();
  for (const { structure, method: name, marks, thread } of running) {
    if (structure !== first.structure || name !== first.method || thread === undefined) continue;
    const line = litLine(method, marks);
    tags.set(line, [...(tags.get(line) ?? []), thread]);
  }
  const hasMoved = first.thread === undefined || first.thread === cause.process;
  return { method, line: hasMoved ? litLine(method, first.marks) : null, tags };
}

/** Nobody is in a call: the first method of the class that the state names. */
function idleCode(
  { state }: Frame,
  listings: ReadonlyMap<string, Listing>,
  language: Language,
): CodeOnShow | undefined {
  const named = Object.values(state).flatMap((part: Partial<Running> | null) => part?.structure ?? []);
  const listing = listings.get(named[0] ?? "");
  const methods = listing?.languages.find((candidate) => candidate.language === language)?.methods ?? {};
  const [method] = Object.values(methods);
  return method && { method, line: null, tags: NO_TAGS };
}
