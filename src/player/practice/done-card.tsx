import { useEffect, useRef } from "react";
import type { Practice } from "../../scenario/index.ts";
import { keepInSight } from "../narration/keep-in-sight.ts";
import { practiceKey } from "../store/answer-book.ts";
import { usePlayer, usePlayerState } from "../store/use-player.ts";
import type { OpenExercise } from "./open-exercise.ts";
import { scoreText } from "./score-text.ts";
import { nextState, resetScore, showAnswer, startOver } from "./session.ts";

interface DoneCardProps {
  readonly open: OpenExercise;
  readonly step: number;
  readonly practice: Practice;
}

/** How it went, and what may come now. */
export function DoneCard({ open, step, practice }: DoneCardProps) {
  const player = usePlayer();
  const card = useRef<HTMLDivElement>(null);
  const next = useRef<HTMLButtonElement>(null);
  const score = usePlayerState(({ answers, track }) =>
    answers.get(practiceKey(track.track.chapter.id, step)),
  );
  const { answered } = open;
  useEffect(() => next.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    // While the model answer plays, that is what is looked at.
    if (card.current !== null && !answered) keepInSight(card.current, card.current, false);
  }, [answered]);
  const isFull = score?.kind === "practised" && score.done === score.rounds;
  return (
    <div ref={card} data-in-sight={answered ? undefined : ""}>
      {!answered && (
        <p className={open.flawed ? "verdict" : "verdict right"}>
          <strong>{open.flawed ? "Done." : "All right."}</strong> {open.exercise.steps.at(-1)?.why}
        </p>
      )}
      {score?.kind === "practised" && <p className="score">{scoreText(score)}</p>}
      <div className="question-actions">
        <button
          ref={next}
          type="button"
          className="button primary"
          onClick={() => nextState(player, step, practice)}
        >
          Another
        </button>
        <button type="button" className="button quiet" onClick={() => startOver(player)}>
          The same again
        </button>
        {!answered && (
          <button type="button" className="button quiet" onClick={() => showAnswer(player, practice)}>
            Show the model answer
          </button>
        )}
        {isFull && (
          <button type="button" className="button quiet" onClick={() => resetScore(player, step)}>
            Count anew
          </button>
        )}
        <button type="button" className="button quiet" onClick={() => player.backToEpisode()}>
          Leave
        </button>
      </div>
    </div>
  );
}
