import { checkChapter } from "../check.ts";
import type { Episode } from "../episode.ts";
import { type Problem, Report } from "../problem.ts";
import type { Names } from "./chapter-builder.ts";
import { parseEpisode } from "./parse-episode.ts";

/** An episode and everything that is wrong with it. */
export interface CheckedEpisode {
  /** Complete only when there are no problems. */
  readonly episode: Episode;
  readonly problems: readonly Problem[];
}

/**
 * Read an episode's text and run every chapter to its end. A chapter whose text is wrong is not run: what it would
 * do then is not what it says.
 *
 * @example
 * const { episode, problems } = checkEpisode(text, { file: "episodes/07-ring-buffers/en.md", systems: registry, views: ["ring", "tape"] });
 * for (const problem of problems) console.log(formatProblem(problem));
 */
export function checkEpisode(text: string, known: Names & { readonly file: string }): CheckedEpisode {
  const { episode, problems, places } = parseEpisode(text, known);
  const report = new Report(known.file);
  for (const [index, chapter] of episode.chapters.entries()) {
    const first = places.of(chapter).line;
    const next = episode.chapters[index + 1];
    const end = next === undefined ? Number.POSITIVE_INFINITY : places.of(next).line;
    if (problems.some(({ line }) => line >= first && line < end)) continue;
    checkChapter(chapter, known.systems, report, places);
  }
  return {
    episode,
    problems: [...problems, ...report.problems].sort((a, b) => a.line - b.line || a.column - b.column),
  };
}
