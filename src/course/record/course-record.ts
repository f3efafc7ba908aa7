import type { EpisodeModule } from "../../player/episode-module.ts";
import type { AnswerBook } from "../../player/store/answer-book.ts";

/** Where a learner stands in a course: what is kept from one sitting to the next. */
export interface CourseRecord {
  /** The chapter on show, by id, and the step in it, counted from 0. */
  readonly chapter: string;
  readonly step: number;
  /** The steps seen to their end, counted from 0, by chapter. */
  readonly seen: ReadonlyMap<string, ReadonlySet<number>>;
  readonly answers: AnswerBook;
}

/** Of a learner who has just come. */
export function freshRecord({ episode }: EpisodeModule): CourseRecord {
  return { chapter: episode.chapters[0]?.id ?? "", step: 0, seen: new Map(), answers: new Map() };
}

/** A record with one more step seen; the same one when it was. */
export function withSeen(record: CourseRecord, chapter: string, step: number): CourseRecord {
  const steps = record.seen.get(chapter) ?? new Set();
  if (steps.has(step)) return record;
  return { ...record, seen: new Map(record.seen).set(chapter, new Set([...steps, step])) };
}

/** Both of two sittings that did not know of each other. Where they contradict each other, the later one counts. */
export function merged(earlier: CourseRecord, later: CourseRecord): CourseRecord {
  const chapters = new Set([...earlier.seen.keys(), ...later.seen.keys()]);
  const both = (id: string) => new Set([...(earlier.seen.get(id) ?? []), ...(later.seen.get(id) ?? [])]);
  return {
    chapter: later.chapter,
    step: later.step,
    seen: new Map([...chapters].map((id) => [id, both(id)])),
    answers: new Map([...earlier.answers, ...later.answers]),
  };
}
