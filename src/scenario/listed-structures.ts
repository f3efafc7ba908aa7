import type { Plain, System } from "../engine/index.ts";

/**
 * The names of the classes whose source may be on show beside a system, each once.
 *
 * @param parameters only what is on show with these
 */
export function listedStructures(
  { operations, structures = [], structuresFor }: System,
  parameters?: { readonly [name: string]: Plain },
): readonly string[] {
  if (parameters !== undefined && structuresFor !== undefined) return structuresFor(parameters);
  const run = Object.values(operations).flatMap(({ source }) => source?.structure ?? []);
  return [...new Set([...run, ...structures])];
}
