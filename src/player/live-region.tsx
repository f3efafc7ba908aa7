import { useEffect, useState } from "react";
import { stepText } from "./pace/clock-text.ts";
import { describeAt } from "./picture/picture-at.ts";
import { openQuestion } from "./store/open-question.ts";
import { lineOf, type PlayerState, shownPosition, shownStep } from "./store/player-state.ts";
import { usePlayer } from "./store/use-player.ts";

/**
 * Tells a screen reader what is on show: after each press and pause how things stand, while playing only which step
 * begins, and where play stops by itself, the question it stops at or how things stand there. What else was said is told too.
 */
export function LiveRegion() {
  const player = usePlayer();
  const [words, setWords] = useState("");
  useEffect(
    () =>
      player.store.subscribe((state, before) => {
        const news = newsIn(state, before);
        if (news !== undefined) setWords(news);
      }),
    [player],
  );
  return (
    <p className="for-ears" role="status" aria-live="polite" aria-label="What just happened">
      {words}
    </p>
  );
}

function newsIn(state: PlayerState, before: PlayerState): string | undefined {
  if (state.said !== before.said) return state.said?.words;
  const line = lineOf(state);
  if (line.length === 0) return undefined;
  if (!state.playing && (state.gestures !== before.gestures || before.playing)) {
    const question = openQuestion(state)?.ask.question;
    const standing = describeAt(state, shownPosition(state));
    return question === undefined ? standing : `${standing} ${question}`;
  }
  if (!state.playing || line !== lineOf(before) || shownStep(state) === shownStep(before)) return undefined;
  const text = stepText(shownStep(state), line.steps);
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
