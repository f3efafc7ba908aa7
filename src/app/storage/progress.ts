import type { AnswerBook, Reply } from "../../player/store/answer-book.ts";
import { type Codec, isRecord } from "./kept.ts";

/** How far the reader has come in one episode. */
export interface EpisodeProgress {
  /** Where they were last: the chapter's id and the step, counted from 0. */
  readonly chapter: string;
  readonly step: number;
  /** Ids of the chapters seen to their end. */
  readonly seen: readonly string[];
  readonly answers: Readonly<Record<string, Reply>>;
}

/** By the episode's slug. */
export type Progress = Readonly<Record<string, EpisodeProgress>>;

export const progressCodec: Codec<Progress> = {
  name: "invisible-linked-list/progress",
  version: 1,
  empty: {},
  read(value) {
    if (!isRecord(value)) return undefined;
    const known = Object.entries(value).flatMap(([slug, entry]) => {
      const episode = readEpisode(entry);
      return episode === undefined ? [] : [[slug, episode] as const];
    });
    return Object.fromEntries(known);
  },
};

export function answersOf(progress: EpisodeProgress | undefined): AnswerBook {
  return new Map(Object.entries(progress?.answers ?? {}));
}

function readEpisode(value: unknown): EpisodeProgress | undefined {
  if (!isRecord(value)) return undefined;
  const { chapter, step, seen, answers } = value;
  if (typeof chapter !== "string" || typeof step !== "number" || !Number.isInteger(step) || step < 0)
    return undefined;
  return {
    chapter,
    step,
    seen: Array.isArray(seen) ? seen.filter((id) => typeof id === "string") : [],
    answers: Object.fromEntries(
      Object.entries(isRecord(answers) ? answers : {}).flatMap(([key, reply]) =>
        isReply(reply) ? [[key, reply]] : [],
      ),
    ),
  };
}

export function isReply(value: unknown): value is Reply {
  if (!isRecord(value)) return false;
  if (value.kind === "skipped") return true;
  if (value.kind === "practised") return isScore(value);
  const { kind, right, given, words } = value;
  return (
    kind === "answered" &&
    typeof right === "boolean" &&
    typeof given === "string" &&
    typeof words === "string"
  );
}

function isScore({ right, done, rounds, next }: Readonly<Record<string, unknown>>): boolean {
  const counts = [right, done, rounds, next];
  if (!counts.every((count) => Number.isSafeInteger(count) && Number(count) >= 0)) return false;
  return Number(right) <= Number(done) && Number(done) <= Number(rounds);
}
