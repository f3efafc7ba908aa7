import type { EpisodeModule } from "../../player/episode-module.ts";
import { type Score, scoreOf, totalOf } from "../../player/score/score.ts";
import type { CourseRecord } from "./course-record.ts";

/** What a record comes to, by the course's own rules. */
export interface CourseResult {
  /** How many of all steps have been seen to their end. */
  readonly steps: { readonly seen: number; readonly all: number };
  readonly score: Score;
  /** Every step has been seen. */
  readonly complete: boolean;
  /**
   * Whether the questions were answered well enough. Undefined until all of them have an answer or the course is complete,
   * and where there are none: nobody is judged halfway.
   */
  readonly passed: boolean | undefined;
}

/** @param mastery the share of all questions that must be answered rightly, from 0 to 1 */
export function resultOf(
  record: CourseRecord,
  { episode, chapters }: EpisodeModule,
  mastery: number,
): CourseResult {
  const scores = [...chapters.values()].map(({ chapter }) => scoreOf(chapter, record.answers));
  const score = totalOf(scores);
  const all = episode.chapters.reduce((sum, { steps }) => sum + steps, 0);
  const seen = episode.chapters.reduce((sum, { id }) => sum + (record.seen.get(id)?.size ?? 0), 0);
  const complete = seen === all;
  const judged = score.asked > 0 && (complete || score.answered === score.asked);
  return { steps: { seen, all }, score, complete, passed: judged ? scaled(score) >= mastery : undefined };
}

/** The share of the questions answered rightly, from 0 to 1, to four digits as course systems take it. */
export function scaled({ asked, right }: Score): number {
  return asked === 0 ? 0 : Math.round((right / asked) * 10_000) / 10_000;
}
