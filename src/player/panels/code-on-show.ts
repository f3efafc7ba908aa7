import type { Frame, Recording, Running, System } from "../../engine/index.ts";
import { type ListedMethod, listedStructures, litLine, type Scene } from "../../scenario/index.ts";
import { lineOf, type PlayerState, shownPosition } from "../store/player-state.ts";

/** The method to show and the line of it that is running; no line while none of it runs. */
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
 * The source behind what is on show: that of the thread that moved last, or of the operation. While nothing runs that is listed,
 * such as before the first operation, what may run next.
 */
export function codeOnShow(state: PlayerState, language: Language): CodeOnShow | undefined {
  const line = lineOf(state);
  if (line.length === 0) return undefined;
  const moment = line.at(shownPosition(state));
  const scene = line.scene(moment);
  const system = state.module.systems.get(scene.system);
  if (system === undefined) return undefined;
  const methodsOf = (structure: string) =>
    state.stock.listings.get(structure)?.languages.find((candidate) => candidate.language === language)
      ?.methods ?? {};
  const threads = threadsCode(system, moment.frame, methodsOf) ?? idleCode(system, moment.frame, methodsOf);
  return (
    threads ??
    operationsCode(system, moment.frame, line.recording(moment), methodsOf) ??
    nextCode(system, scene.parameters, methodsOf)
  );
}

/** Whether there is no code on show because it could not be loaded; otherwise it is on its way. */
export function codeFailed(state: PlayerState): boolean {
  const line = lineOf(state);
  if (line.length === 0) return false;
  const scene = line.scene(line.at(shownPosition(state)));
  const system = state.module.systems.get(scene.system);
  const needed = system === undefined ? [] : listedStructures(system, scene.parameters);
  return needed.some((structure) => state.stock.failed.has(structure));
}

type MethodsOf = (structure: string) => { readonly [name: string]: ListedMethod };

function operationsCode(
  system: System,
  { cause, index }: Frame,
  recording: Recording,
  methodsOf: MethodsOf,
): CodeOnShow | undefined {
  const source = system.operations[cause.operation]?.source;
  const method = source && methodsOf(source.structure)[source.method];
  if (method === undefined) return undefined;
  const from = recording.startOf(cause.input) + 1;
  const marks: string[] = [];
  for (let at = from; at <= Math.min(index, from + MOST_MARKS); at++)
    marks.push(recording.frame(at).cause.mark);
  return { method, line: litLine(method, marks), tags: NO_TAGS };
}

function threadsCode(system: System, { state, cause }: Frame, methodsOf: MethodsOf): CodeOnShow | undefined {
  const running = system.running?.(state) ?? [];
  const [first] = running;
  const method = first && methodsOf(first.structure)[first.method];
  if (first === undefined || method === undefined) return undefined;
  const tags = new Map<number, string[]>();
  for (const { structure, method: name, marks, thread } of running) {
    if (structure !== first.structure || name !== first.method || thread === undefined) continue;
    const line = litLine(method, marks);
    tags.set(line, [...(tags.get(line) ?? []), thread]);
  }
  const runs = !first.ended && (first.thread === undefined || first.thread === cause.process);
  return { method, line: runs ? litLine(method, first.marks) : null, tags };
}

/** No thread is in a call: the first method of the class that the state names. */
function idleCode({ running }: System, { state }: Frame, methodsOf: MethodsOf): CodeOnShow | undefined {
  if (running === undefined) return undefined;
  const named = Object.values(state).flatMap((part: Partial<Running> | null) => part?.structure ?? []);
  return unlit(Object.values(methodsOf(named[0] ?? ""))[0]);
}

/** What may run next: the source of the first operation that has one, or the first method of the first class on show. */
function nextCode(
  system: System,
  parameters: Scene["parameters"],
  methodsOf: MethodsOf,
): CodeOnShow | undefined {
  const source = Object.values(system.operations).find((operation) => operation.source !== undefined)?.source;
  if (source !== undefined) return unlit(methodsOf(source.structure)[source.method]);
  const [structure = ""] = listedStructures(system, parameters);
  return unlit(Object.values(methodsOf(structure))[0]);
}

function unlit(method: ListedMethod | undefined): CodeOnShow | undefined {
  return method && { method, line: null, tags: NO_TAGS };
}
