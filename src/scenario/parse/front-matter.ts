import { noSuch } from "../../engine/comparison/nearest.ts";
import type { Report } from "../problem.ts";
import { readClockTime } from "./clock-time.ts";
import { type Entry, readEntries, textOf } from "./entries.ts";
import type { Source } from "./source.ts";

/** What stands in an episode's head. */
export interface Head {
  readonly title: string;
  readonly number: number;
  readonly slug: string;
  readonly summary: string;
  readonly duration: number;
}

const NAMES = ["title", "number", "slug", "summary", "duration"] as const;

/** Read the head between the two `---` lines. `after` is the first line below it. */
export function readFrontMatter(source: Source, report: Report): { head: Head; after: number } {
  const bounds = ["---", "---"];
  if (source.line(1).text.trimEnd() !== bounds[0]) {
    report.add({ line: 1, column: 1 }, "an episode begins with a head between two lines “---”");
    return { head: headOf(new Map(), report, undefined), after: 1 };
  }
  let last = 2;
  while (last <= source.length && source.line(last).text.trimEnd() !== bounds[1]) last++;
  if (last > source.length) {
    report.add({ line: 1, column: 1 }, "the head is never closed: a second line “---” is missing");
    return { head: headOf(new Map(), report, undefined), after: 1 };
  }
  const entries = new Map<string, Entry>();
  for (const entry of readEntries(source.lines(2, last - 1), report)) {
    const name = entry.name.text;
    if (!NAMES.some((known) => known === name)) {
      report.add(entry.name, noSuch("entry", name, "the entries of the head are", NAMES));
    } else if (entries.has(name)) {
      report.add(entry.name, `${name} stands in the head twice`);
    } else entries.set(name, entry);
  }
  return { head: headOf(entries, report, last), after: last + 1 };
}

function headOf(entries: ReadonlyMap<string, Entry>, report: Report, last: number | undefined): Head {
  const read = <T>(name: string, allowed: string, parse: (text: string) => T | undefined, missing: T): T => {
    const entry = entries.get(name);
    if (entry === undefined) {
      if (last !== undefined) report.add({ line: last, column: 1 }, `the head has no “${name}”: ${allowed}`);
      return missing;
    }
    const value = parse(textOf(entry));
    if (value === undefined) report.add(entry.value, `${name} must be ${allowed}; found “${textOf(entry)}”`);
    return value ?? missing;
  };
  const text = (found: string) => (found === "" ? undefined : found);
  return {
    title: read("title", "a text", text, ""),
    number: read(
      "number",
      "a whole number from 1 on",
      (found) => (/^[1-9]\d*$/.test(found) ? Number(found) : undefined),
      0,
    ),
    slug: read(
      "slug",
      "a name of small letters, digits and hyphens",
      (found) => (isName(found) ? found : undefined),
      "",
    ),
    summary: read("summary", "a text", text, ""),
    duration: read("duration", "a time such as 25:30", readClockTime, 0),
  };
}

/** A name as links use it: small letters, digits and hyphens. */
export function isName(text: string): boolean {
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);
}
