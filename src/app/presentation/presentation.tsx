import { useCallback, useEffect, useState } from "react";
import { isTaken } from "../../player/keys/on-shortcut.ts";
import { Question } from "../../player/later-parts.tsx";
import { LiveRegion } from "../../player/live-region.tsx";
import { Words } from "../../player/narration/words.tsx";
import { Picture } from "../../player/picture/picture.tsx";
import { episodeHref } from "../../player/routes/route.ts";
import { SCROLLS } from "../../player/scrolls.ts";
import { openQuestion } from "../../player/store/open-question.ts";
import type { Player } from "../../player/store/player.ts";
import { shownStep } from "../../player/store/player-state.ts";
import { PlayerContext, usePlayerState } from "../../player/store/use-player.ts";
import { advance, retreat } from "./advance.ts";
import "./presentation.css";
import { type PresenterCommand, presenterCommand } from "./presenter-keys.ts";
import { useTalk } from "./use-talk.ts";

/** An episode before an audience: large, one step at a time, by a clicker or a few keys. */
export default function Presentation({ player }: { readonly player: Player }) {
  const [black, setBlack] = useState(false);
  useEffect(() => {
    player.backToEpisode();
    player.pause();
  }, [player]);
  const carryOut = useCallback(
    (command: PresenterCommand, openNotes: () => void) => {
      if (command !== "black") setBlack(false);
      const { track } = player.state;
      switch (command) {
        case "next":
          return advance(player);
        case "back":
          return retreat(player);
        case "first":
          return player.seek(0);
        case "last":
          return player.seek(track.length - 1);
        case "black":
          return setBlack((was) => !was);
        case "fullscreen":
          return toggleFullscreen();
        case "notes":
          return openNotes();
        case "leave":
          return leave(player);
      }
    },
    [player],
  );
  const openNotes = useTalk(player, black, (what) => carryOut(what, () => {}));
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const command = presenterCommand(event);
      // Held down, a key would race through the chapter.
      if (command === undefined || event.repeat || isTaken(event)) return;
      event.preventDefault();
      carryOut(command, openNotes);
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [carryOut, openNotes]);
  return (
    <PlayerContext value={player}>
      <main className="presentation">
        <div className="presentation-picture">
          <Picture />
        </div>
        <Said />
        <Bar onCommand={(command) => carryOut(command, openNotes)} />
        {black && <Black onWake={() => setBlack(false)} />}
        <LiveRegion />
      </main>
    </PlayerContext>
  );
}

/** The words of the step on show, and its question when it is asked. */
function Said() {
  const step = usePlayerState(shownStep);
  const beat = usePlayerState(({ track }) => track.track.beats[step]);
  const asked = usePlayerState((state) => openQuestion(state)?.step === step);
  return (
    // Another step's words are read from their beginning.
    <section className="presentation-words" aria-label="Narration" {...SCROLLS} key={step}>
      {beat && !asked && <Words text={beat.text} />}
      {beat?.ask && asked && <Question key={step} step={step} ask={beat.ask} />}
    </section>
  );
}

function Bar({ onCommand }: { readonly onCommand: (command: PresenterCommand) => void }) {
  const title = usePlayerState(({ track }) => track.track.chapter.title);
  const steps = usePlayerState(({ track }) => track.steps);
  const step = usePlayerState(shownStep);
  const button = (command: PresenterCommand, name: string, key: string) => (
    <button
      type="button"
      className="button quiet"
      title={`${name} (${key})`}
      onClick={() => onCommand(command)}
    >
      {name}
    </button>
  );
  return (
    <footer className="presentation-bar">
      <h1>{title}</h1>
      <p>
        step {step + 1} of {steps}
      </p>
      <div>
        {button("back", "Back", "←")}
        {button("next", "Next", "→")}
        {button("black", "Black", "B")}
        {button("notes", "Notes", "S")}
        {button("fullscreen", "Full screen", "F")}
        {button("leave", "Leave", "Esc")}
      </div>
    </footer>
  );
}

/** Nothing to look at but the speaker. */
function Black({ onWake }: { readonly onWake: () => void }) {
  return (
    <button
      type="button"
      className="presentation-black"
      aria-label="Show the picture again"
      onClick={onWake}
    />
  );
}

function toggleFullscreen(): void {
  // A frame may not be allowed to.
  if (document.fullscreenElement === null) document.documentElement.requestFullscreen?.().catch(() => {});
  else document.exitFullscreen().catch(() => {});
}

function leave({ state }: Player): void {
  if (document.fullscreenElement !== null) document.exitFullscreen().catch(() => {});
  location.hash = episodeHref(state.episode.slug, state.track.track.chapter.id, shownStep(state) + 1);
}
