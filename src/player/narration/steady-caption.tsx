import { Question } from "../later-parts.tsx";
import { SCROLLS } from "../scrolls.ts";
import { questionKey } from "../store/answer-book.ts";
import { openQuestion } from "../store/open-question.ts";
import { shownStep } from "../store/player-state.ts";
import { rangeOf, showsStep } from "../store/range.ts";
import { usePlayerState } from "../store/use-player.ts";
import "./steady-caption.css";
import { Words } from "./words.tsx";

/**
 * The words of the step on show in as much room as the longest of the chapter need, so that nothing round them moves when
 * the step changes. A question that is open, or was answered here, stands under them.
 */
export function SteadyCaption() {
  const track = usePlayerState((state) => state.track);
  const current = usePlayerState((state) =>
    state.hand === null ? shownStep(state) : state.track.stepAt(state.leftAt),
  );
  const range = usePlayerState(rangeOf);
  const open = usePlayerState((state) => openQuestion(state) !== undefined);
  const { id, beats } = track.track.chapter;
  const ask = beats[current]?.ask;
  return (
    <section className="caption" aria-label="Narration" {...SCROLLS}>
      <div className="caption-content">
        {!open && (
          <div className="caption-steps">
            {beats.map((beat, step) =>
              showsStep(range, track, step) ? (
                <div
                  key={`${id} ${track.opens(step)}`}
                  className={step === current ? "caption-words current" : "caption-words"}
                  aria-hidden={step !== current}
                  inert={step !== current}
                >
                  <Words text={beat.text} />
                </div>
              ) : null,
            )}
          </div>
        )}
        {ask && <Question key={questionKey(id, current)} step={current} ask={ask} />}
      </div>
    </section>
  );
}
