import type { ChapterPlaces } from "../../../player/draft/check/check-messages.ts";

/** What a line of the text is about. */
export interface TextPlace {
  /** Id of the chapter. */
  readonly chapter: string;
  /** Counted from 0. */
  readonly step: number;
  /** How many of the step's operations stand in the line or above it. */
  readonly done: number;
}

/** The chapter, the step and the operation that a line belongs to; undefined above the first chapter. */
export function placeAt(chapters: readonly ChapterPlaces[], line: number): TextPlace | undefined {
  const chapter = chapters.findLast(({ first }) => first <= line);
  if (chapter === undefined) return undefined;
  const step = Math.max(
    0,
    chapter.steps.findLastIndex((each) => each.line <= line),
  );
  const done = chapter.steps[step]?.inputs.filter((input) => input <= line).length ?? 0;
  return { chapter: chapter.id, step, done };
}

/** The lines of a step, as far as the next one or the next scene. */
export function linesOfStep(
  chapters: readonly ChapterPlaces[],
  { chapter: id, step }: Omit<TextPlace, "done">,
): { readonly first: number; readonly last: number } | undefined {
  const chapter = chapters.find((each) => each.id === id);
  const first = chapter?.steps[step]?.line;
  if (chapter === undefined || first === undefined) return undefined;
  const next = [chapter.steps[step + 1]?.line, chapter.scenes.find((scene) => scene > first)];
  const ends = next.filter((line) => line !== undefined);
  return { first, last: Math.min(chapter.last, ...ends.map((line) => line - 1)) };
}
