import { useId } from "react";
import { type Ask, threadNames } from "../../scenario/index.ts";
import { questionKey } from "../store/answer-book.ts";
import { openQuestion } from "../store/open-question.ts";
import { lineOf, shownPosition } from "../store/player-state.ts";
import { usePlayer, usePlayerState } from "../store/use-player.ts";
import { checkAnswer } from "./check-answer.ts";
import { Choices } from "./choices.tsx";
import { NumberAnswer } from "./number-answer.tsx";
import "./question.css";
import { Verdict } from "./verdict.tsx";

/**
 * A question about what comes next. It opens when the reader stands at it, is judged by the engine, and stays with its
 * step, answered, afterwards.
 */
export function Question({ step, ask }: { readonly step: number; readonly ask: Ask }) {
  const player = usePlayer();
  const title = useId();
  const open = usePlayerState((state) => openQuestion(state)?.step === step);
  const reply = usePlayerState(({ answers, track }) =>
    answers.get(questionKey(track.track.chapter.id, step)),
  );
  if (!open && reply === undefined) return null;
  return (
    <section className={open ? "question open" : "question"} aria-labelledby={title}>
      <h2 id={title}>{ask.question}</h2>
      {open ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            checkAnswer(player, step, ask);
          }}
        >
          <Answering answer={ask.answer} />
          <div className="question-actions">
            <Check />
            <button type="button" className="button quiet" onClick={() => player.play()}>
              Skip
            </button>
          </div>
        </form>
      ) : (
        reply && <Verdict reply={reply} why={ask.why} step={step} />
      )}
    </section>
  );
}

function Answering({ answer }: Pick<Ask, "answer">) {
  const player = usePlayer();
  if (answer.pick === "choice") {
    return <Choices options={answer.options.map(({ text }, index) => ({ text, value: String(index) }))} />;
  }
  if (answer.pick !== "thread") return <NumberAnswer pick={answer.pick} />;
  const { state } = lineOf(player.state).at(shownPosition(player.state)).frame;
  const options = threadNames(state).map((name) => ({ text: name, value: name }));
  return <Choices options={options} how="Choose a thread here or in the picture." />;
}

function Check() {
  const empty = usePlayerState(({ draft }) => draft === "");
  return (
    <button type="submit" className="button primary" aria-disabled={empty}>
      Check
    </button>
  );
}
