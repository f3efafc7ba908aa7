import { noSuch } from "../../engine/comparison/nearest.ts";
import { defaultsOf, type System } from "../../engine/index.ts";
import type { Scene } from "../episode.ts";
import type { Places, Report } from "../problem.ts";
import { type Entry, readEntries, textOf } from "./entries.ts";
import { type Line, part } from "./source.ts";

/** Seed of a scene that names none. */
export const DEFAULT_SEED = 1;

/** A scene as its block describes it; its views are still to be chosen. */
export interface SceneDraft {
  readonly system: System;
  readonly scene: Scene;
}

/** Read a `system` block; undefined when it names no system. */
export function readSystem(
  block: Line,
  lines: readonly Line[],
  systems: ReadonlyMap<string, System>,
  report: Report,
  places: Places,
): SceneDraft | undefined {
  const first = lines.findIndex((line) => line.text.trim() !== "");
  const name = part(lines[first] ?? block);
  if (first < 0) {
    report.add(block, "the system block is empty: its first line names a system");
    return undefined;
  }
  const system = systems.get(name.text);
  if (system === undefined) {
    report.add(name, noSuch("system", name.text, "the systems are", systems.keys()));
    return undefined;
  }
  const entries = new Map<string, Entry>();
  const known = [...Object.keys(system.parameters), "seed", "stream", "broken"];
  for (const entry of readEntries(lines.slice(first + 1), report)) {
    const key = entry.name.text;
    if (!known.includes(key)) report.add(entry.name, noSuch("parameter", key, `${system.id} has`, known));
    else if (entries.has(key)) report.add(entry.name, `${key} stands in the block twice`);
    else entries.set(key, entry);
  }
  const stream = entries.get("stream");
  const broken = brokenOf(entries.get("broken"), system, report);
  const scene: Scene = {
    system: system.id,
    parameters: parametersOf(entries, system, report),
    seed: seedOf(entries.get("seed"), report),
    views: [],
    ...(stream === undefined ? {} : { stream: textOf(stream) }),
    ...(broken.length === 0 ? {} : { broken }),
  };
  return { system, scene: places.mark(scene, name) };
}

function parametersOf(entries: ReadonlyMap<string, Entry>, system: System, report: Report) {
  const parameters = defaultsOf(system.parameters);
  for (const [name, field] of Object.entries(system.parameters)) {
    const entry = entries.get(name);
    if (entry === undefined) continue;
    const parsed = field.parse(textOf(entry));
    if (parsed.ok) parameters[name] = parsed.value;
    else report.add(entry.value, `${name} ${parsed.message}; found “${textOf(entry)}”`);
  }
  return parameters;
}

function seedOf(entry: Entry | undefined, report: Report): number {
  if (entry === undefined) return DEFAULT_SEED;
  const text = textOf(entry);
  const seed = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(seed)) return seed;
  report.add(entry.value, `seed must be a whole number, 0 or more; found “${text}”`);
  return DEFAULT_SEED;
}

function brokenOf(entry: Entry | undefined, system: System, report: Report): string[] {
  if (entry === undefined) return [];
  const known = system.invariants.map(({ id }) => id);
  const named = textOf(entry).split(/[\s,]+/);
  for (const id of named) {
    if (!known.includes(id)) {
      report.add(entry.value, noSuch("invariant", id, `the invariants of ${system.id} are`, known));
    }
  }
  return named.filter((id) => known.includes(id));
}
