import { registry } from "../../../engine/systems/registry.ts";
import { counted } from "../../../scenario/counted.ts";
import type { Chapter } from "../../../scenario/episode.ts";
import {
  chapterProblems,
  linesOf,
  type ParsedEpisode,
  type Problem,
  parseEpisode,
} from "../../../scenario/parse/index.ts";
import type { ChapterPlaces, CheckMessage, CheckRequest } from "./check-messages.ts";

/** A text may have so many characters: ten times the longest episode. */
export const MOST_CHARACTERS = 400_000;
/** How many moves a chapter may have made. */
export const MOST_MOVES = 200_000;
/** Its name gives the language; it is never shown. */
export const FILE = "en.md";

/** What is known of chapters that were run before, by their texts. Lines are counted from the chapter's own. */
export type Remembered = Map<string, { readonly chapter?: Chapter; readonly problems: readonly Problem[] }>;

/**
 * Read a text and run its chapters, the one on show first. A chapter whose words did not change is not run again.
 *
 * @param at told of each line before what it says is done
 */
export function* checkText(
  { text, views, first }: CheckRequest,
  remembered: Remembered,
  at: (line: number) => void,
): Generator<CheckMessage> {
  const known = { file: FILE, systems: registry, views };
  const tooLong = text.length > MOST_CHARACTERS;
  const parsed = parseEpisode(tooLong ? "" : text, known);
  const { episode } = parsed;
  const head = { ...episode, chapters: episode.chapters.map(overview) };
  const chapters = episode.chapters.map((_, index) => placesOf(parsed, index));
  yield {
    kind: "parsed",
    episode: head,
    chapters,
    problems: tooLong ? [lengthProblem(text)] : parsed.problems,
  };
  const lines = text.split(/\r\n|\n|\r/);
  const order = [...episode.chapters.keys()].sort(
    (a, b) => Number(chapters[b]?.id === first) - Number(chapters[a]?.id === first) || a - b,
  );
  const used = new Set<string>();
  for (const index of order) {
    const start = linesOf(parsed, index);
    const key = lines.slice(start.first - 1, start.last).join("\n");
    used.add(key);
    const result = remembered.get(key) ?? run(parsed, index, { ...known, at });
    const own = episode.chapters[index] as Chapter;
    if (result === undefined) {
      yield { kind: "chapter", index, problems: [] };
      continue;
    }
    remembered.set(key, result);
    const problems = result.problems.map((problem) => ({ ...problem, line: problem.line + start.first }));
    const { chapter } = result;
    yield chapter === undefined
      ? { kind: "chapter", index, problems }
      : { kind: "chapter", index, problems, chapter: { ...own, beats: chapter.beats } };
  }
  for (const key of remembered.keys()) if (!used.has(key)) remembered.delete(key);
  yield { kind: "done" };
}

type Known = Parameters<typeof chapterProblems>[2] & { readonly at: (line: number) => void };

function run(parsed: ParsedEpisode, index: number, { at, ...known }: Known) {
  const { first } = linesOf(parsed, index);
  const problems = chapterProblems(parsed, index, known, {
    most: MOST_MOVES,
    onInput: ({ line }) => at(line),
  });
  const chapter = parsed.episode.chapters[index];
  if (problems === undefined || chapter === undefined) return undefined;
  const relative = problems.map((problem) => ({ ...problem, line: problem.line - first }));
  return problems.length > 0
    ? { problems: relative }
    : { problems: relative, chapter: counted(chapter, known.systems) };
}

function overview({ id, title, short, start, duration, beats }: Chapter) {
  return { id, title, short, start, duration, steps: beats.length };
}

function placesOf(parsed: ParsedEpisode, index: number): ChapterPlaces {
  const { places, episode } = parsed;
  const { id, beats, scenes } = episode.chapters[index] as Chapter;
  const steps = beats.map((beat) => ({
    line: places.of(beat).line,
    inputs: beat.inputs.map((input) => places.of(input).line),
  }));
  return { id, ...linesOf(parsed, index), scenes: scenes.map((scene) => places.of(scene).line), steps };
}

function lengthProblem(text: string): Problem {
  const [found, most] = [text.length, MOST_CHARACTERS].map((count) => count.toLocaleString("en"));
  return {
    file: FILE,
    line: 1,
    column: 1,
    message: `a text has at most ${most} characters; this has ${found}`,
  };
}
