import type { System } from "../engine/index.ts";

/** The names of the classes whose source may be on show beside a system, each once. */
export function listedStructures({ operations, structures = [] }: System): readonly string[] {
  const run = Object.values(operations).flatMap(({ source }) => source?.structure ?? []);
  return [...new Set([...run, ...structures])];
}
