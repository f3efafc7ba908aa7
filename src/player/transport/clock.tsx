import { operationsBegun } from "../line/line.ts";
import { clockText, handStepText, stepText } from "../pace/clock-text.ts";
import { lineOf, type PlayerState, shownPosition, shownStep } from "../store/player-state.ts";
import { usePlayerState } from "../store/use-player.ts";
import { useReadingState } from "../store/use-reading-state.ts";

/** “5:42, step 4 of 9”, or where a run by hand stands. */
export function positionText(state: PlayerState): string {
  const line = lineOf(state);
  if (line.length === 0) return "not made yet";
  const step = shownStep(state);
  // Each step of a kernel counts: one run of many steps would otherwise be a single operation for most of the scrubber's length.
  if (state.hand !== null) return handStepText(operationsBegun(line, shownPosition(state)), line.operations);
  return `${clockText(secondsAt(state))}, ${stepText(step, line.steps)}`;
}

/** The episode's time, in seconds. */
export function secondsAt(state: PlayerState): number {
  return state.track.track.chapter.start + state.chapterPace.timeAt(state) / 1000;
}

function readsAlike(a: PlayerState, b: PlayerState): boolean {
  return positionText(a) === positionText(b);
}

export function Clock() {
  const text = positionText(useReadingState(readsAlike));
  const [time = "", step = ""] = text.includes(", ") ? text.split(", ") : ["", text];
  const total = usePlayerState(({ episode }) => episode.duration);
  return (
    <p className="clock">
      {time && (
        <span className="clock-time">
          {time}
          <span className="clock-total"> / {clockText(total)}</span>
        </span>
      )}
      <span className="clock-step">{step}</span>
    </p>
  );
}
