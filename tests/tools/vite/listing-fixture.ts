import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ListedMethod, Listing } from "../../../src/scenario/index.ts";
import { buildListing } from "../../../src/tools/vite/listing/build-listing.ts";

/** The listing of `shelf.ts` among the given files, or what is wrong with them, without the folder's name. */
export async function listingOf(files: { readonly [name: string]: string }): Promise<Listing> {
  const folder = mkdtempSync(join(tmpdir(), "structures-"));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    return (await buildListing(join(folder, "shelf.ts"))).listing;
  } catch (error) {
    throw new Error(error instanceof Error ? error.message.replaceAll(`${folder}/`, "") : String(error));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The method of a listing. @throws Error when it has none of that name */
export function methodOf(listing: Listing, name: string, language = "typescript"): ListedMethod {
  const listed = listing.languages.find((each) => each.language === language)?.methods[name];
  if (listed === undefined) throw new Error(`there is no ${name} in ${language}`);
  return listed;
}

/** A method as a person reads it, each line with the marks that light it. */
export function shown({ lines, sites }: ListedMethod): string[] {
  return lines.map((tokens, line) => {
    const marks = sites.filter((site) => site.line === line).map(({ mark }) => mark);
    const text = tokens.map((token) => token.text).join("");
    return marks.length === 0 ? text : `${text} ← ${marks.join(", ")}`;
  });
}

/** A class with a body of the given lines. */
export function shelf(...lines: string[]): string {
  return `export class Shelf<T> {\n${lines.map((line) => `  ${line}\n`).join("")}}\n`;
}
