import { isRecord } from "../../app/storage/kept.ts";
import { isReply } from "../../app/storage/progress.ts";
import type { EpisodeModule } from "../../player/episode-module.ts";
import type { AnswerBook, Reply } from "../../player/store/answer-book.ts";
import type { Ask } from "../../scenario/index.ts";
import { pack, unpack } from "../../scenario/link/packed.ts";
import { questionsOf } from "../questions.ts";
import type { CourseRecord } from "./course-record.ts";
import { printRanges, readRanges } from "./ranges.ts";

const VERSION = 1;
/** More than any course comes to; a longer one is none of ours. */
const MOST = 200_000;

/**
 * A record as a text of few characters. Where it must be short and is not, answers are left out, the oldest first: those
 * questions are then asked again.
 *
 * @param most how many characters it may have
 */
export function printRecord(record: CourseRecord, course: EpisodeModule, most: number): string {
  const asks = new Map(questionsOf(course).map(({ key, ask }) => [key, ask]));
  const answers = [...record.answers].map(([key, reply]) => [key, printReply(reply, asks.get(key))] as const);
  const seen = Object.fromEntries([...record.seen].map(([chapter, steps]) => [chapter, printRanges(steps)]));
  const without = (left: number) =>
    pack(
      JSON.stringify([VERSION, record.chapter, record.step, seen, Object.fromEntries(answers.slice(left))]),
    );
  // What fits with so many left out does with more.
  let [fits, tooLong] = [answers.length, -1];
  while (fits - tooLong > 1) {
    const left = tooLong === -1 ? 0 : Math.floor((fits + tooLong) / 2);
    if (without(left).length <= most) fits = left;
    else tooLong = left;
  }
  return without(fits);
}

/** The record that a text stands for; undefined when it is none. Chapters and steps that the course has not got are passed over. */
export function readRecord(text: string, course: EpisodeModule): CourseRecord | undefined {
  const unpacked = unpack(text.trim(), MOST);
  if (!unpacked.ok) return undefined;
  const [version, chapter, step, seen, answers] = parsedList(unpacked.value);
  if (version !== VERSION || !isRecord(seen) || !isRecord(answers)) return undefined;
  const { chapters } = course.episode;
  const place = chapters.find(({ id }) => id === chapter) ?? chapters[0];
  if (place === undefined) return undefined;
  const at =
    place.id === chapter && typeof step === "number" && Number.isInteger(step) && step >= 0 ? step : 0;
  return {
    chapter: place.id,
    step: Math.min(at, place.steps - 1),
    seen: new Map(
      chapters.map(({ id, steps }) => [id, new Set(readRanges(seen[id]).filter((one) => one < steps))]),
    ),
    answers: readAnswers(answers, course),
  };
}

function parsedList(text: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

type PrintedReply = 0 | readonly [right: 0 | 1, given: number | string, words: number | string] | Reply;

function printReply(reply: Reply, ask: Ask | undefined): PrintedReply {
  if (reply.kind === "skipped") return 0;
  if (reply.kind !== "answered") return reply;
  const short = (words: string) => {
    const option = optionTexts(ask).indexOf(words);
    return option === -1 ? words : option;
  };
  return [reply.right ? 1 : 0, short(reply.given), short(reply.words)];
}

function readAnswers(printed: Readonly<Record<string, unknown>>, course: EpisodeModule): AnswerBook {
  const answers = new Map<string, Reply>();
  const asks = new Map(questionsOf(course).map(({ key, ask }) => [key, ask]));
  for (const [key, value] of Object.entries(printed)) {
    const reply = readReply(value, asks.get(key));
    if (reply !== undefined) answers.set(key, reply);
  }
  return answers;
}

function readReply(value: unknown, ask: Ask | undefined): Reply | undefined {
  if (value === 0) return { kind: "skipped" };
  if (!Array.isArray(value)) return isReply(value) ? value : undefined;
  const [right, given, words]: readonly unknown[] = value;
  const long = (said: unknown) => (typeof said === "number" ? optionTexts(ask)[said] : said);
  const reply = { kind: "answered", right: right === 1, given: long(given), words: long(words) };
  return isReply(reply) ? reply : undefined;
}

/** The options of a question to choose from, as a reply has them in words. */
export function optionTexts(ask: Ask | undefined): readonly string[] {
  return ask?.answer.pick === "choice" ? ask.answer.options.map(({ text }) => `“${text}”`) : [];
}
