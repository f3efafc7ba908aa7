import { type Answer, type Ask, judge, predict } from "../../scenario/index.ts";
import type { Player } from "../store/player.ts";

/** Have the engine judge what the reader entered. Nothing happens while nothing sensible is entered. */
export function checkAnswer(player: Player, step: number, ask: Ask): void {
  const { draft, track } = player.state;
  const given = answerOf(ask, draft);
  if (given === undefined) return;
  const { answer } = predict(ask, track.track.branch(step));
  if (!answer.ok) return;
  const right = judge(answer.value, given);
  player.reply(step, {
    kind: "answered",
    right,
    given: answerWords(ask, given),
    words: answerWords(ask, answer.value),
  });
}

function answerOf(ask: Ask, draft: string): Answer | undefined {
  if (ask.answer.pick === "thread") return draft === "" ? undefined : { pick: "thread", value: draft };
  const value = Number(draft);
  if (draft.trim() === "" || !Number.isFinite(value)) return undefined;
  return ask.answer.pick === "choice" ? { pick: "choice", option: value } : { pick: ask.answer.pick, value };
}

/** An answer as it is said: `slot 3`, or the option. */
export function answerWords({ answer }: Ask, given: Answer): string {
  if (given.pick === "choice") {
    return answer.pick === "choice" ? `“${answer.options[given.option]?.text ?? ""}”` : "";
  }
  return given.pick === "slot" ? `slot ${given.value}` : String(given.value);
}
