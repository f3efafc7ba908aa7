import type { EpisodeModule } from "../player/episode-module.ts";
import type { AnswerBook, Practised, Reply } from "../player/store/answer-book.ts";
import type { Ask, Practice } from "../scenario/index.ts";
import type { Answered } from "./lms/lms.ts";
import { exercisesOf, questionsOf } from "./questions.ts";
import { optionTexts } from "./record/record-text.ts";

/**
 * What has been answered and is not in an earlier book, in the order in which it was. An exercise is answered when the
 * last of its rounds is done.
 */
export function answeredSince(
  known: AnswerBook,
  answers: AnswerBook,
  course: EpisodeModule,
): readonly Answered[] {
  const asks = new Map(questionsOf(course).map(({ key, ask }) => [key, ask]));
  const exercises = new Map(exercisesOf(course).map(({ key, practice }) => [key, practice]));
  return [...answers].flatMap(([key, reply]) => {
    const answered = answeredBy(key, reply, asks.get(key), exercises.get(key));
    if (answered === undefined) return [];
    const before = known.get(key);
    const told = before && answeredBy(key, before, asks.get(key), exercises.get(key));
    return told?.given === answered.given ? [] : [answered];
  });
}

function answeredBy(
  key: string,
  reply: Reply,
  ask: Ask | undefined,
  practice: Practice | undefined,
): Answered | undefined {
  switch (reply.kind) {
    case "skipped":
      return undefined;
    case "practised":
      return practisedWhole(key, reply, practice);
    case "answered": {
      const { given, right } = reply;
      const options = optionTexts(ask);
      return { key, question: ask?.question ?? "", kind: kindOf(ask, given), options, given, right };
    }
  }
}

function practisedWhole(
  key: string,
  { right, done }: Practised,
  practice: Practice | undefined,
): Answered | undefined {
  if (practice === undefined || done < practice.rounds) return undefined;
  const given = `${right} of ${done} right`;
  return { key, question: practice.question, kind: "text", options: [], given, right: right === done };
}

function kindOf(ask: Ask | undefined, given: string): Answered["kind"] {
  switch (ask?.answer.pick) {
    case "choice":
      return "choice";
    case "slot":
    case "number":
      return /\d/.test(given) ? "number" : "text";
    default:
      return "text";
  }
}
