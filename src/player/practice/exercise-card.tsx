import { useEffect, useId, useRef } from "react";
import { movesLeft, moveWords } from "../../engine/practice/exercise.ts";
import { Icon } from "../icon.tsx";
import { keepInSight } from "../narration/keep-in-sight.ts";
import { usePlayer, usePlayerState } from "../store/use-player.ts";
import { DoneCard } from "./done-card.tsx";
import { ModelAnswer } from "./model-answer.tsx";
import { MoveForm } from "./move-form.tsx";
import type { OpenExercise } from "./open-exercise.ts";
import "./practice.css";
import type { PracticeProps } from "./practice.tsx";
import { hintAt, scoreOf, showAnswer, startOver, undoMove } from "./session.ts";

/** The exercise that the reader is at: what is to be done, what was done, and what the engine says to it. */
export function ExerciseCard({ step, practice }: PracticeProps) {
  const player = usePlayer();
  const title = useId();
  const card = useRef<HTMLElement>(null);
  const open = usePlayerState(({ hand }) => hand?.exercise);
  const form = useRef<HTMLDivElement>(null);
  const number = open?.number;
  useEffect(() => {
    if (number === undefined || card.current === null) return;
    card.current.querySelector<HTMLElement>("input, button")?.focus({ preventScroll: true });
    keepInSight(card.current, card.current, false);
  }, [number]);
  const [kind, said] = [open?.kind, open?.said];
  useEffect(() => {
    const news = [...(form.current?.querySelectorAll(".targets, .move-form > .button, .verdict") ?? [])].at(
      -1,
    );
    if (kind !== null || said !== null) news?.scrollIntoView?.({ block: "nearest" });
  }, [kind, said]);
  if (open === undefined) return null;
  const { exercise, place } = open;
  const isOver = movesLeft(exercise, place).length === 0;
  // Once something is done, the question and the list of it may go out of sight; what comes next may not.
  const begun = open.before.length > 0;
  return (
    <section
      ref={card}
      className="question practice open"
      aria-labelledby={title}
      data-in-sight={begun || open.answered ? undefined : ""}
    >
      <p className="eyebrow">{roundText(scoreOf(player, step)?.done ?? 0, practice.rounds, open)}</p>
      <h2 id={title}>{practice.question}</h2>
      <p className="told">{exercise.told}</p>
      {open.answered ? <ModelAnswer open={open} /> : <Done open={open} />}
      {isOver || open.answered ? (
        <DoneCard open={open} step={step} practice={practice} />
      ) : (
        <div data-in-sight={begun ? "" : undefined}>
          {hintAt(open, place) !== "" && <p className="hint">{hintAt(open, place)}</p>}
          <div ref={form}>
            <MoveForm open={open} practice={practice} />
            {open.said?.right === false && (
              <p className="verdict wrong">
                <strong>Not quite.</strong> {open.said.words}
              </p>
            )}
          </div>
          <div className="question-actions">
            <button
              type="button"
              className="button quiet"
              aria-disabled={open.before.length === 0}
              onClick={() => undoMove(player)}
            >
              <Icon name="undo" />
              Take back
            </button>
            <button
              type="button"
              className="button quiet"
              aria-disabled={open.before.length === 0}
              onClick={() => startOver(player)}
            >
              Start over
            </button>
            <button type="button" className="button quiet" onClick={() => showAnswer(player, practice)}>
              Show the model answer
            </button>
            <button type="button" className="button quiet" onClick={() => player.backToEpisode()}>
              Leave
            </button>
          </div>
        </div>
      )}
    </section>
  );
}

/** The moves that were right so far, in words. */
function Done({ open: { exercise, place } }: { readonly open: OpenExercise }) {
  const under = exercise.steps[place.step];
  const done = exercise.steps.slice(0, place.step);
  const shown = under === undefined ? done : [...done, { ...under, moves: place.done }];
  const moves = shown.flatMap(({ frame, moves }) => moves.map((move) => ({ frame, move })));
  if (moves.length === 0) return null;
  return (
    <ol className="moves" aria-label="Done so far">
      {moves.map(({ frame, move }) => (
        <li key={`${frame} ${move.kind} ${move.target}`}>
          <Icon name="holds" />
          {moveWords(exercise, move)}
        </li>
      ))}
    </ol>
  );
}

function roundText(done: number, rounds: number, { counted }: OpenExercise): string {
  const round = counted ? done : done + 1;
  return round > rounds ? "As often as you like" : `Round ${round} of ${rounds}`;
}
