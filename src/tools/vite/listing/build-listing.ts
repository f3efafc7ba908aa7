import type { ListedMethod, Listing } from "../../../scenario/index.ts";
import { makesMarks } from "./called-methods.ts";
import { highlight } from "./highlight.ts";
import type { PlainMethod } from "./plain-listing.ts";
import { pythonMethod } from "./python-method.ts";
import { pythonFileOf, readPython } from "./python-source.ts";
import { readStructure } from "./structure-source.ts";
import { typescriptMethod } from "./typescript-method.ts";

/** A listing, and the files that it was made from or that would change it if they were there. */
export interface BuiltListing {
  readonly listing: Listing;
  readonly files: readonly string[];
}

/**
 * Make the listing of a structure from its own file, and from the Python file beside it if there is one. Methods that make no
 * mark have nothing to light: they are shown only below one that calls them.
 */
export async function buildListing(file: string): Promise<BuiltListing> {
  const structure = readStructure(file);
  const python = readPython(structure);
  const pythonFile = pythonFileOf(file);
  const typescriptMethods: { [name: string]: ListedMethod } = {};
  const pythonMethods: { [name: string]: ListedMethod } = {};
  for (const method of structure.methods.values()) {
    if (method.hidden || !makesMarks(method, structure)) continue;
    const plain = typescriptMethod(method, structure);
    typescriptMethods[method.name] = await listed(plain, "typescript", "class X {");
    if (python === undefined) continue;
    const twin = pythonMethod(method, plain, structure, python, pythonFile);
    pythonMethods[method.name] = await listed(twin, "python", "class X:");
  }
  const languages: Listing["languages"] = [
    { language: "typescript", methods: typescriptMethods },
    ...(python === undefined ? [] : [{ language: "python" as const, methods: pythonMethods }]),
  ];
  const files = structure.files.flatMap((source) => [source, pythonFileOf(source)]);
  return { listing: { structure: structure.name, languages }, files };
}

async function listed(
  { lines, sites, first }: PlainMethod,
  language: "typescript" | "python",
  around: string,
): Promise<ListedMethod> {
  const marks: { [mark: string]: number[] } = {};
  for (const { mark, line } of sites) {
    if (mark === "return" || mark === "throw") continue;
    marks[mark] ??= [];
    if (!marks[mark].includes(line)) marks[mark].push(line);
  }
  return { lines: await highlight(lines, language, around), call: 0, marks, sites, first };
}
