import { evaluate, type Frame, printValue, Recording } from "../../../engine/index.ts";
import { registry } from "../../../engine/systems/registry.ts";
import { Allowance, TooMuch } from "../../../scenario/allowance.ts";
import { readOperand, threadNames } from "../../../scenario/index.ts";
import { linesOf, parseEpisode } from "../../../scenario/parse/index.ts";
import { contextAt } from "./context.ts";

/** What an author may name at a place of the text, with what it is there. */
export interface StateAt {
  /** The fields right under a path, and their values as an author writes them. */
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  readonly threads: readonly { readonly name: string; readonly doing: string }[];
}

const MOST_MOVES = 50_000;
const MOST_FIELDS = 60;
const LONGEST = 60;

interface Asked {
  readonly text: string;
  readonly views: readonly string[];
  /** Counted from 1. What stands above it is done; the text may end there. */
  readonly line: number;
  /** As an author writes it: `slots[3]`; empty for the state itself. */
  readonly path: string;
}

/** How things stand at a line of a text; undefined where nothing runs, or too much. */
export function stateAt({ text, views, line, path }: Asked): StateAt | undefined {
  const frame = frameAt({ text, views, line });
  if (frame === undefined) return undefined;
  const threads = threadNames(frame.state).map((name) => ({
    name,
    doing: String(valueAt(`threads.${name}.doing`, frame) ?? ""),
  }));
  return { fields: fieldsUnder(path, frame), threads };
}

/** The frame that stands when everything above a line has been done. */
function frameAt({ text, views, line }: Omit<Asked, "path">): Frame | undefined {
  const parsed = parseEpisode(closed(text), { file: "en.md", systems: registry, views });
  const { episode, places } = parsed;
  const index = episode.chapters.findIndex((_, at) => {
    const { first, last } = linesOf(parsed, at);
    return line >= first && line <= last;
  });
  const chapter = episode.chapters[index];
  if (chapter === undefined) return undefined;
  const at = chapter.scenes.findLastIndex((scene) => places.of(scene).line < line);
  const scene = chapter.scenes[at];
  const system = scene && registry.get(scene.system);
  if (scene === undefined || system === undefined) return undefined;
  const recording = new Recording({ system, parameters: scene.parameters, seed: scene.seed });
  const allowance = new Allowance(MOST_MOVES);
  try {
    for (const beat of chapter.beats) {
      if (beat.scene !== at) continue;
      for (const input of beat.inputs) if (places.of(input).line < line) allowance.do(recording, input);
    }
  } catch (error) {
    if (error instanceof TooMuch) return undefined;
    throw error;
  }
  return recording.frame(recording.length - 1);
}

/** A text that may end in the middle of a block, with its end. */
function closed(text: string): string {
  return contextAt(`${text}\n`, text.length + 1).kind === "block" ? `${text}\n\`\`\`` : text;
}

function fieldsUnder(path: string, frame: Frame): StateAt["fields"] {
  const names =
    path === "" ? [...Object.keys(frame.state), "result", "error"] : namesIn(valueAt(path, frame));
  return names.slice(0, MOST_FIELDS).map((name) => {
    const full = path === "" || name.startsWith("[") ? `${path}${name}` : `${path}.${name}`;
    return { name, value: shortened(valueAt(full, frame)) };
  });
}

function valueAt(path: string, frame: Frame): unknown {
  const operand = readOperand(path);
  if (!operand.ok) return undefined;
  const value = evaluate(operand.value, frame);
  return value.ok ? value.value : undefined;
}

function namesIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  if (!(Symbol.iterator in value)) return Object.keys(value);
  const names: string[] = [];
  for (const entry of value as Iterable<unknown>) {
    const named = typeof entry === "object" && entry !== null && "name" in entry ? String(entry.name) : "";
    names.push(/^[A-Za-z]\w*$/.test(named) ? named : `[${names.length}]`);
    if (names.length === MOST_FIELDS) break;
  }
  return names;
}

function shortened(value: unknown): string {
  if (typeof value === "object" && value !== null && Symbol.iterator in value && !Array.isArray(value)) {
    return "a list";
  }
  const text = printValue(value as Parameters<typeof printValue>[0]);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
