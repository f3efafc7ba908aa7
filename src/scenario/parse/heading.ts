import type { Report } from "../problem.ts";
import { readClockTime } from "./clock-time.ts";
import { isName } from "./front-matter.ts";
import { type Line, part } from "./source.ts";

/** What a chapter's heading says, and where. */
export interface Heading {
  readonly line: Line;
  readonly id: string;
  readonly title: string;
  readonly short: string;
  /** Undefined when the heading has no time. */
  readonly start: number | undefined;
}

const FORM = "a chapter begins “## 5:00 Title | Short title {#name}”";

/** Read `## 5:00 When old data must die | Overwrite {#overwrite}`. */
export function readHeading(line: Line, report: Report): Heading {
  let rest = part(line, 2).text.replace(/\s+#+$/, "");
  const place = part(line);
  const id = /\s*\{#([^}]*)\}$/.exec(rest);
  if (id === null) report.add(place, `the chapter has no name for links: ${FORM}`);
  else if (!isName(id[1] ?? "")) {
    const column = line.column + line.text.lastIndexOf("{#") + 2;
    report.add(
      { line: line.line, column },
      `a chapter's name has small letters, digits and hyphens; found “${id[1]}”`,
    );
  }
  rest = rest.slice(0, rest.length - (id?.[0].length ?? 0));
  const time = /^(\d\S*)(?:\s+|$)/.exec(rest);
  const start = time === null ? undefined : readClockTime(time[1] ?? "");
  if (time === null) report.add(place, `the chapter has no time: ${FORM}`);
  else if (start === undefined) {
    const column = line.column + line.text.indexOf(time[1] ?? "");
    report.add({ line: line.line, column }, `a chapter's time has the form 5:00; found “${time[1]}”`);
  }
  const titles = rest.slice(time?.[0].length ?? 0).split("|");
  const [title = "", short = title] = titles.map((text) => text.trim());
  if (title === "") report.add(place, `the chapter has no title: ${FORM}`);
  if (titles.length > 2) report.add(place, `a heading has one “|” at most, before the short title: ${FORM}`);
  return { line, id: id?.[1] ?? "", title, short: short === "" ? title : short, start };
}
