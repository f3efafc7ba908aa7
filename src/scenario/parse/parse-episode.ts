import type { Nodes, RootContent } from "mdast";
import remarkParse from "remark-parse";
import { unified } from "unified";
import type { Chapter, Episode } from "../episode.ts";
import { Places, type Problem, Report } from "../problem.ts";
import { ChapterBuilder, type Names } from "./chapter-builder.ts";
import { printClockTime } from "./clock-time.ts";
import { readFrontMatter } from "./front-matter.ts";
import { type Heading, readHeading } from "./heading.ts";
import { refuseInvisible } from "./invisible.ts";
import { narrationOf, placeOf } from "./narration.ts";
import { Room } from "./room.ts";
import { Source } from "./source.ts";

/** What a text says, as far as it can be read, and what is wrong with it. */
export interface ParsedEpisode {
  /** Complete only when there are no problems. */
  readonly episode: Episode;
  readonly problems: readonly Problem[];
  /** Where each part of the episode stands in the text. */
  readonly places: Places;
}

/**
 * Read an episode's text. Nothing is run; `checkEpisode` does that too.
 *
 * @param file the file's path, for the problems' sake; its name gives the language
 */
export function parseEpisode(
  text: string,
  { file, ...known }: Names & { readonly file: string },
): ParsedEpisode {
  const report = new Report(file);
  const places = new Places();
  const source = new Source(text);
  const { head, after } = readFrontMatter(source, report);
  // The head gives way to empty lines, so that the places of everything below it stay true.
  const body =
    "\n".repeat(after - 1) +
    source
      .lines(after, source.length)
      .map((line) => line.text)
      .join("\n");
  refuseInvisible(source, report);
  const builders: ChapterBuilder[] = [];
  const room = new Room();
  const open = (heading: Heading) => new ChapterBuilder(heading, known, report, places, room);
  for (const node of unified().use(remarkParse).parse(body).children) {
    readNode(node, source, builders, open, report);
  }
  const chapters = chaptersOf(builders, head.duration, report);
  const language = /([^/\\]*)\.md$/.exec(file)?.[1] ?? "en";
  return { episode: { ...head, language, chapters }, problems: report.problems, places };
}

/** Nothing but comments: what stands between two of them is not one. */
const COMMENTS = /^(?:<!--(?:(?!-->)[\s\S])*-->\s*)+$/;

function readNode(
  node: RootContent,
  source: Source,
  builders: ChapterBuilder[],
  open: (heading: Heading) => ChapterBuilder,
  report: Report,
): void {
  const at = placeOf(node);
  const line = source.line(at.line);
  const chapter = builders.at(-1);
  if (node.type === "heading") {
    if (!/^\s*#/.test(line.text)) report.add(at, "a rule “---” needs an empty line before it");
    else if (node.depth !== 2) report.add(at, "the only headings are those of chapters, with “##”");
    else builders.push(open(readHeading(line, report)));
    return;
  }
  if (node.type === "html" && COMMENTS.test(node.value)) return;
  if (chapter === undefined) {
    report.add(at, "a chapter must come first: “## 0:00 Title {#name}”");
    return;
  }
  switch (node.type) {
    case "paragraph":
    case "list":
      chapter.narrate(narrationOf(node, report), at);
      return;
    case "thematicBreak":
      chapter.rule();
      return;
    case "code": {
      const last = node.position?.end.line ?? at.line;
      const closed = last > at.line && /^\s*(`{3,}|~{3,})\s*$/.test(source.line(last).text);
      if (!/^\s*(`{3}|~{3})/.test(line.text)) report.add(at, "narration begins at the start of its line");
      else if (!closed) report.add(at, "the block is never closed: a line “```” is missing");
      else if (node.meta)
        report.add(at, `a block begins with its kind alone; found “${node.meta}” behind it`);
      else chapter.fence(node.lang ?? "", line, source.lines(at.line + 1, last - 1));
      return;
    }
    default:
      report.add(
        at,
        `there is no ${WORDS[node.type] ?? node.type} in an episode; a chapter has paragraphs, lists and blocks`,
      );
  }
}

const WORDS: { readonly [type in Nodes["type"]]?: string } = {
  blockquote: "quotation",
  definition: "link definition",
  html: "HTML",
};

function chaptersOf(builders: readonly ChapterBuilder[], duration: number, report: Report): Chapter[] {
  const ids = new Set<string>();
  let latest = -1;
  return builders.map((builder, index) => {
    const { id, start, line } = builder.heading;
    if (id !== "" && ids.has(id)) report.add(line, `two chapters have the name “${id}”`);
    ids.add(id);
    if (start !== undefined) {
      if (start <= latest) {
        const [found, before] = [printClockTime(start), printClockTime(latest)];
        report.add(line, `the chapters' times must rise; found ${found} after ${before}`);
      }
      latest = Math.max(latest, start);
    }
    const next = builders[index + 1];
    if (next === undefined && start !== undefined && duration > 0 && start >= duration) {
      const [found, end] = [printClockTime(start), printClockTime(duration)];
      report.add(line, `the last chapter must begin before the episode ends at ${end}; found ${found}`);
    }
    return builder.build(next === undefined ? duration : (next.heading.start ?? 0));
  });
}
