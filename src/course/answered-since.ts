import type { EpisodeModule } from "../player/episode-module.ts";
import type { AnswerBook } from "../player/store/answer-book.ts";
import type { Ask } from "../scenario/index.ts";
import type { Answered } from "./lms/lms.ts";
import { questionsOf } from "./questions.ts";
import { optionTexts } from "./record/record-text.ts";

/** What has been answered and is not in an earlier book, in the order in which it was. */
export function answeredSince(
  known: AnswerBook,
  answers: AnswerBook,
  course: EpisodeModule,
): readonly Answered[] {
  const asks = new Map(questionsOf(course).map(({ key, ask }) => [key, ask]));
  return [...answers].flatMap(([key, reply]) => {
    if (reply.kind !== "answered") return [];
    const before = known.get(key);
    if (before?.kind === "answered" && before.given === reply.given) return [];
    const ask = asks.get(key);
    const { given, right } = reply;
    const options = optionTexts(ask);
    return [{ key, question: ask?.question ?? "", kind: kindOf(ask, given), options, given, right }];
  });
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
