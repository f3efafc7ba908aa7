import { useLayoutEffect, useRef } from "react";
import { isPlaying, lineOf, type PlayerState } from "../store/player-state.ts";
import { rangeOf } from "../store/range.ts";
import { atReadingPace } from "../store/reading-pace.ts";
import { usePlayer, usePlayerState } from "../store/use-player.ts";
import { positionText } from "./clock.tsx";

/** A tenth of a second, or one move of a run by hand. */
const STEP = { time: 100, hand: 1 };
/** The least share of its length that can be seen: half a pixel of a wide one. To draw a slider anew costs a good part of a frame. */
const SEEN = 1 / 2000;

const nearestIn = (step: number, value: number): number => Math.round(value / step) * step;

/**
 * The chapter's time as a slider, with a tick for each step. The slider follows the playhead directly, without rendering
 * anything. Of a run by hand it shows the moves.
 */
export function Scrubber() {
  const player = usePlayer();
  const slider = useRef<HTMLInputElement>(null);
  const byHand = usePlayerState(({ hand }) => hand !== null);
  useLayoutEffect(() => {
    const show = (state: PlayerState) => {
      const { current } = slider;
      if (current === null) return;
      const { least, most } = sliderEnds(state);
      const value = sliderValue(state);
      const share = String(nearestIn(SEEN, most > least ? (value - least) / (most - least) : 0));
      const moves = current.style.getPropertyValue("--share") !== share;
      if (!moves && isPlaying(state) && !isGrowing(state)) return;
      // The ends first: a slider takes no value beyond them.
      write(current, "min", String(least));
      write(current, "max", String(Math.max(most, least + 1)));
      const step = state.hand === null ? STEP.time : STEP.hand;
      write(current, "step", String(step));
      const stepped = String(least + nearestIn(step, value - least));
      if (current.value !== stepped) current.value = stepped;
      if (moves) current.style.setProperty("--share", share);
      write(current, "aria-valuetext", positionText(state));
    };
    show(player.state);
    const stops = [
      player.store.subscribe((state) => {
        if (!isGrowing(state)) show(state);
      }),
      atReadingPace(player.store, (a, b) => !isGrowing(b) && !isGrowing(a), show),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [player]);
  return (
    <div className="scrubber">
      <Ticks />
      <input
        ref={slider}
        type="range"
        aria-label={byHand ? "Place in your own run" : "Place in the chapter"}
        min={0}
        defaultValue={0}
        onInput={(event) => {
          const value = Number(event.currentTarget.value);
          if (byHand) player.seek(value);
          else player.scrub(value);
        }}
        onPointerUp={() => player.settle()}
        onKeyUp={() => player.settle()}
      />
    </div>
  );
}

/** A run that goes on is always at its end: its numbers alone change, and faster than they can be read. */
function isGrowing({ hand, playing }: PlayerState): boolean {
  return playing && hand?.runsOn === true;
}

/** The same again would have the browser look at the slider anew, in every frame. */
function write(slider: HTMLInputElement, name: string, value: string): void {
  if (slider.getAttribute(name) !== value) slider.setAttribute(name, value);
}

function sliderValue(state: PlayerState): number {
  return state.hand === null ? state.chapterPace.timeAt(state) : state.playhead;
}

/** The times, or the moves of a run by hand, at which it begins and ends. */
function sliderEnds(state: PlayerState): { readonly least: number; readonly most: number } {
  if (state.hand !== null) return { least: 0, most: state.hand.line.length - 1 };
  const range = rangeOf(state);
  const { chapterPace } = state;
  if (range === undefined) return { least: 0, most: chapterPace.total };
  const timeOf = (playhead: number, held: number) => chapterPace.timeAt({ playhead, held });
  return { least: timeOf(range.from, 0), most: timeOf(range.to, Number.POSITIVE_INFINITY) };
}

/** A tick where each step begins; questions have one of their own. */
function Ticks() {
  const line = usePlayerState(lineOf);
  const pace = usePlayerState(({ chapterPace, hand }) => (hand === null ? chapterPace : null));
  const beats = usePlayerState(({ track }) => track.track.beats);
  const range = usePlayerState(rangeOf);
  const player = usePlayer();
  if (pace === null) return null;
  const { least, most } = sliderEnds(player.state);
  const at = (position: number) =>
    `${((pace.timeAt({ playhead: position, held: 0 }) - least) / (most - least)) * 100}%`;
  const shown = (position: number) => range === undefined || (range.from <= position && position <= range.to);
  return (
    <div className="ticks" aria-hidden="true">
      {beats.map(
        (beat, step) =>
          shown(line.opens(step)) && (
            <span key={line.opens(step)} style={{ left: at(line.opens(step)) }}>
              {beat.ask && <i style={{ left: 0 }} />}
            </span>
          ),
      )}
    </div>
  );
}
