import { Allowance, TooMuch } from "../allowance.ts";
import { checkChapter } from "../check.ts";
import type { Episode } from "../episode.ts";
import { type Place, type Problem, Report } from "../problem.ts";
import type { Names } from "./chapter-builder.ts";
import { type ParsedEpisode, parseEpisode } from "./parse-episode.ts";

/** An episode and everything that is wrong with it. */
export interface CheckedEpisode {
  /** Complete only when there are no problems. */
  readonly episode: Episode;
  readonly problems: readonly Problem[];
}

/** How to run a text that may come from anywhere. */
export interface Running {
  /** How many moves a chapter may have made, for its questions too; without it, any number. */
  readonly most?: number;
  /** Told of each operation before it is done. */
  readonly onInput?: (place: Place) => void;
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
  const parsed = parseEpisode(text, known);
  const { episode, problems } = parsed;
  const found = episode.chapters.flatMap((_, index) => chapterProblems(parsed, index, known) ?? []);
  return {
    episode,
    problems: [...problems, ...found].sort((a, b) => a.line - b.line || a.column - b.column),
  };
}

/** The lines of the text that a chapter goes from and to, both included; the last one goes on without end. */
export function linesOf({ episode, places }: ParsedEpisode, index: number): { first: number; last: number } {
  const place = (at: number) => {
    const chapter = episode.chapters[at];
    return chapter === undefined ? undefined : places.of(chapter).line;
  };
  return { first: place(index) ?? 1, last: (place(index + 1) ?? Number.POSITIVE_INFINITY) - 1 };
}

/** Run one chapter to its end: what does not go as it says. Undefined for one whose text is wrong, which is not run. */
export function chapterProblems(
  parsed: ParsedEpisode,
  index: number,
  known: Names & { readonly file: string },
  { most, onInput }: Running = {},
): readonly Problem[] | undefined {
  const chapter = parsed.episode.chapters[index];
  const { first, last } = linesOf(parsed, index);
  if (chapter === undefined || parsed.problems.some(({ line }) => line >= first && line <= last)) {
    return undefined;
  }
  const report = new Report(known.file);
  try {
    checkChapter(chapter, known.systems, report, parsed.places, new Allowance(most), onInput);
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error;
  }
  return report.problems;
}
