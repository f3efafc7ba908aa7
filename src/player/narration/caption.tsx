import { Practice, Question } from "../later-parts.tsx";
import { SCROLLS } from "../scrolls.ts";
import { openQuestion } from "../store/open-question.ts";
import { shownStep } from "../store/player-state.ts";
import { usePlayerState } from "../store/use-player.ts";
import { Words } from "./words.tsx";

/** The words of the step on show, where there is no room for more; an open question or exercise takes their place. */
export function Caption() {
  const step = usePlayerState((state) =>
    state.hand === null ? shownStep(state) : state.track.stepAt(state.leftAt),
  );
  const beat = usePlayerState(({ track }) => track.track.beats[step]);
  const open = usePlayerState((state) => openQuestion(state) !== undefined);
  const practised = usePlayerState(({ hand }) => hand?.exercise !== undefined);
  if (beat === undefined) return null;
  return (
    <section className="narration-line" aria-label="Narration" {...SCROLLS}>
      {open && beat.ask ? <Question step={step} ask={beat.ask} /> : !practised && <Words text={beat.text} />}
      {beat.practice && !open && <Practice step={step} practice={beat.practice} />}
    </section>
  );
}
