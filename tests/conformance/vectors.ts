import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import * as z from "zod/mini";

/** The recorded cases of one real thing. */
export interface Vectors {
  /** The file's name without `.json`. */
  readonly name: string;
  readonly cases: readonly unknown[];
}

const shape = z.object({
  header: z.looseObject({}),
  cases: z.array(z.unknown()),
});

/** The vector files of a folder, by name. @throws Error when the folder cannot be read */
export function vectorFiles(folder: string): string[] {
  let entries: string[];
  try {
    entries = readdirSync(folder);
  } catch (error) {
    throw new Error(`cannot read the folder of vectors ${folder}: ${(error as Error).message}`);
  }
  return entries
    .filter((entry) => entry.endsWith(".json"))
    .sort()
    .map((entry) => join(folder, entry));
}

/** @throws Error that says what is wrong with the file */
export function readVectors(file: string): Vectors {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new Error(`is not JSON: ${(error as Error).message}`);
  }
  const read = shape.safeParse(json);
  if (!read.success) {
    throw new Error(`must be { "header": { … }, "cases": [ … ] }: ${z.prettifyError(read.error)}`);
  }
  return { name: basename(file, ".json"), cases: read.data.cases };
}
