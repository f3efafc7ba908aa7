import { lazy, Suspense, useId, useState } from "react";
import type { Practice as Practised } from "../../scenario/index.ts";
import { PanelBoundary } from "../panels/panel-boundary.tsx";
import { practiceKey } from "../store/answer-book.ts";
import { usePlayer, usePlayerState } from "../store/use-player.ts";
import { scoreText } from "./score-text.ts";

const ExerciseCard = lazy(() =>
  import("./exercise-card.tsx").then((module) => ({ default: module.ExerciseCard })),
);

export interface PracticeProps {
  readonly step: number;
  readonly practice: Practised;
}

/** What a step has to be practised. What is needed for it is sent for when the reader begins. */
export function Practice({ step, practice }: PracticeProps) {
  const open = usePlayerState(({ hand }) => hand?.exercise?.step === step);
  if (!open) return <Offer step={step} practice={practice} />;
  return (
    <PanelBoundary name="the exercise">
      <Suspense>
        <ExerciseCard step={step} practice={practice} />
      </Suspense>
    </PanelBoundary>
  );
}

function Offer({ step, practice }: PracticeProps) {
  const player = usePlayer();
  const title = useId();
  const [failed, setFailed] = useState(false);
  const score = usePlayerState(({ answers, track }) =>
    answers.get(practiceKey(track.track.chapter.id, step)),
  );
  const begin = () => {
    import("./session.ts").then(
      ({ beginPractice }) => beginPractice(player, step, practice),
      () => setFailed(true),
    );
  };
  return (
    <section className="question practice" aria-labelledby={title}>
      <h2 id={title}>{practice.question}</h2>
      {failed && <p role="alert">The exercise could not be loaded.</p>}
      <div className="question-actions">
        <button type="button" className="button" aria-describedby={title} onClick={begin}>
          {failed ? "Try again" : "Practise"}
        </button>
        {score?.kind === "practised" && <p className="score">{scoreText(score)}</p>}
      </div>
    </section>
  );
}
