import { LIMITS, QUERY } from "./limits.ts";
import { pack, unpack } from "./packed.ts";
import { parseQueryText, printQueryText } from "./query-text.ts";
import { clipped, sentence } from "./read-run.ts";

/** What names mean in the queries of links. A link that names no version is of the first. */
const VERSION = 1;

/** Never packed, so that a link whose packed part is damaged leads near to where it should. */
const PLACE = ["step", "move"];

/**
 * A query as a link has it: readable when it is short, with all but the place in an episode compressed into `z` when it is
 * long; undefined when it is too long for a link even so.
 */
export function printQuery(query: Readonly<Record<string, string>>): string | undefined {
  const readable = printQueryText(query);
  if (readable.length <= QUERY.readable) return readable;
  const packed = packQuery(query);
  return packed.length <= QUERY.longest ? packed : undefined;
}

/** A query of any length with all but the place in an episode compressed into `z`. */
export function packQuery(query: Readonly<Record<string, string>>): string {
  const isPlace = ([name]: readonly [string, string]) => PLACE.includes(name);
  const entries = Object.entries(query);
  const rest = printQueryText(Object.fromEntries(entries.filter((entry) => !isPlace(entry))));
  return printQueryText({ ...Object.fromEntries(entries.filter(isPlace)), z: pack(rest) });
}

/** What the query of a link says, and sentences for the reader where that could not be had. */
export interface ReadQuery {
  readonly query: ReadonlyMap<string, string>;
  readonly problems: readonly string[];
}

/** Read the query of a link. It may come from anywhere; of one that cannot be read, its place in an episode is left. */
export function readQuery(entries: Iterable<readonly [string, string]>): ReadQuery {
  const query = new Map(entries);
  const place = new Map([...query].filter(([name]) => PLACE.includes(name)));
  const version = query.get("v") ?? String(VERSION);
  query.delete("v");
  if (version !== String(VERSION)) return { query: place, problems: [sentence(ofVersion(version))] };
  const packed = query.get("z");
  query.delete("z");
  if (packed === undefined) return { query, problems: [] };
  const text = unpack(packed, LIMITS.unpacked);
  if (!text.ok) {
    const problem = `What this link holds in z cannot be read: ${text.message}. What stands outside it was done`;
    return { query, problems: [sentence(problem)] };
  }
  const unpacked = [...parseQueryText(text.value)].filter(([name]) => name !== "z" && name !== "v");
  return { query: new Map([...unpacked, ...query]), problems: [] };
}

function ofVersion(version: string): string {
  if (/^[1-9]\d{0,5}$/.test(version)) {
    return "This link was made by a newer version of this site. Reload the page to get that; until then this is the nearest place";
  }
  return `v must be the version of the link, ${VERSION}; found “${clipped(version)}”. This is the nearest place`;
}
