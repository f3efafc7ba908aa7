import type { CourseDefinition, Format } from "../../src/course/definition.ts";
import { LocalCopy } from "../../src/course/delivery/local-copy.ts";
import type { Lms, Report } from "../../src/course/lms/lms.ts";
import type { CourseRecord } from "../../src/course/record/course-record.ts";
import { resultOf } from "../../src/course/record/result.ts";
import { Sitting } from "../../src/course/sitting.ts";
import type { ChapterModule, EpisodeModule } from "../../src/player/episode-module.ts";
import type { Reply } from "../../src/player/store/answer-book.ts";
import { tinyEpisode } from "../player/tiny-episode.ts";

const OPTIONS = ["A goes", "B goes"];

/** The tiny episode's chapters that are made, six steps with two questions: ring/3 has a slot, overwrite/1 a choice. */
export const tinyCourse: EpisodeModule = {
  episode: {
    ...tinyEpisode.episode,
    chapters: tinyEpisode.episode.chapters.filter(({ steps }) => steps > 0),
  },
  chapters: new Map(
    [...tinyEpisode.chapters].flatMap(([id, module]) =>
      module.chapter.beats.length === 0
        ? []
        : [[id, id === "overwrite" ? withChoice(module) : module] as const],
    ),
  ),
};

function withChoice(module: ChapterModule): ChapterModule {
  const [first, ...others] = module.chapter.beats;
  if (first === undefined) throw new Error("the chapter has no step");
  const holds = { kind: "comparison", left: 1, operator: "=", right: 1 } as never;
  const options = OPTIONS.map((text) => ({ text, holds }));
  const ask = { question: "Who goes?", inputs: [], answer: { pick: "choice", options } } as const;
  return { ...module, chapter: { ...module.chapter, beats: [{ ...first, ask }, ...others] } };
}

export const answered = (right: boolean, given: string, words: string): Reply => ({
  kind: "answered",
  right,
  given,
  words,
});

export const SLOT_RIGHT = answered(true, "slot 1", "slot 1");
export const CHOICE_RIGHT = answered(true, "“B goes”", "“B goes”");
export const CHOICE_WRONG = answered(false, "“A goes”", "“B goes”");

export const definition = (format: Format): CourseDefinition => ({
  id: "tiny",
  title: "A tiny course",
  format,
  mastery: 0.8,
});

/** Everything seen. */
export const ALL_SEEN = new Map([
  ["ring", new Set([0, 1, 2, 3])],
  ["overwrite", new Set([0, 1])],
]);

export function recordOf(change: Partial<CourseRecord> = {}): CourseRecord {
  return { chapter: "ring", step: 0, seen: new Map(), answers: new Map(), ...change };
}

/** A report of a record, with whatever is told besides. */
export function reportOf(record: CourseRecord, change: Partial<Report> = {}): Report {
  return {
    kept: "kept",
    place: `${record.chapter}/${record.step + 1}`,
    result: resultOf(record, tinyCourse, 0.8),
    answered: [],
    seconds: 3_723.4,
    ...change,
  };
}

/** As much of `Storage` as is needed, in memory. */
export function shelf(): Pick<Storage, "getItem" | "setItem"> & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
  };
}

export function sittingWith(lms: Lms, browser = shelf(), tab = shelf()): Sitting {
  const local = new LocalCopy("tiny", browser, tab);
  return new Sitting({ course: tinyCourse, definition: definition("scorm12"), lms, local, seconds: () => 5 });
}

/** Go through the whole course: every step seen, every question answered. */
export function studyAll(sitting: Sitting, second: Reply = CHOICE_RIGHT): void {
  for (const [chapter, steps] of ALL_SEEN) {
    for (const step of steps) {
      sitting.at(chapter, step);
      sitting.seen(chapter, step);
    }
  }
  sitting.answered(new Map([["ring/3", SLOT_RIGHT]]));
  sitting.answered(
    new Map([
      ["ring/3", SLOT_RIGHT],
      ["overwrite/1", second],
    ]),
  );
}
