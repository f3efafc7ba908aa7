import type { Parsed } from "../../engine/index.ts";
import { LIMITS } from "./limits.ts";
import { unpack } from "./packed.ts";
import { parseQueryText } from "./query-text.ts";
import { clipped } from "./read-run.ts";

/** What a file of a run begins with, before the number of its form, so that people and programs can tell what it is. */
const NAME = "A run of The Invisible Linked List, version";
const VERSION = 1;
/** A place with a packed run. */
const ADDRESS = /^#\/(?:lab|episodes)\/[^?\s]+\?(\S+)$/;

/**
 * A run as the text of a file: a line that says what it is, and the address that a link to it would have, however long.
 *
 * @param address a place from the `#` on, with its run packed into `z`
 */
export function printRunFile(address: string): string {
  return `${NAME} ${VERSION}\n${address}\n`;
}

/**
 * The address in the text of a file. The file may come from anywhere; the packed run is looked at here, so that what is no
 * whole run is refused before anything is left for it.
 */
export function readRunFile(text: string): Parsed<string> {
  const [name = "", address = "", ...rest] = text
    .replace(/^\uFEFF/, "")
    .trimEnd()
    .split(/\r?\n/);
  if (!name.startsWith(`${NAME} `)) {
    return no(`it is no run that was saved here; such a file begins with “${NAME} ${VERSION}”`);
  }
  const version = name.slice(NAME.length + 1);
  if (/^[1-9]\d{0,5}$/.test(version) && Number(version) > VERSION) {
    return no("it was saved by a newer version of this site; reload the page to have that");
  }
  if (version !== String(VERSION)) {
    return no(`its version must be ${VERSION}; found “${clipped(version)}”`);
  }
  const [, query = ""] = ADDRESS.exec(address) ?? [];
  const packed = parseQueryText(query).get("z");
  if (packed === undefined || rest.length > 0) return no(DAMAGED);
  const unpacked = unpack(packed, LIMITS.unpacked);
  return unpacked.ok ? { ok: true, value: address } : unpacked;
}

const DAMAGED = "it was cut short or changed; have it saved or sent once more";

const no = (message: string) => ({ ok: false, message }) as const;
