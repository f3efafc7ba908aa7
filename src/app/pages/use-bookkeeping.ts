import { useEffect } from "react";
import { type EpisodeMode, episodeHref } from "../../player/routes/route.ts";
import { replaceHash } from "../../player/routes/use-route.ts";
import type { Player } from "../../player/store/player.ts";
import { type PlayerState, shownPosition, shownStep } from "../../player/store/player-state.ts";
import type { Memory } from "../storage/memory.ts";

/** Keep the address, the settings and the progress in step with the player. */
export function useBookkeeping(player: Player, memory: Memory, mode: EpisodeMode): void {
  useEffect(
    () =>
      player.store.subscribe((state, before) => {
        if (state.speed !== before.speed) memory.set({ speed: state.speed });
        // Notes follow the slides, which keep the books; paper has no place.
        if (mode === "notes" || mode === "handout") return;
        // An exercise is done by hand, and its score is kept at once.
        if (state.hand !== null && state.answers !== before.answers) note(state, memory);
        const place = placeOf(state, mode);
        if (place === undefined) return;
        const stays = before.coming !== null && state.coming === null;
        const same = place === placeOf(before, mode) && state.answers === before.answers;
        if (same && !stays && !justEnded(state, before)) return;
        replaceHash(place);
        note(state, memory);
      }),
    [player, memory, mode],
  );
}

/** The address of the step on show; none while the reader runs it by hand. */
function placeOf(state: PlayerState, mode: EpisodeMode): string | undefined {
  if (state.hand !== null || state.track.length === 0) return undefined;
  return episodeHref(state.episode.slug, state.track.track.chapter.id, shownStep(state) + 1, mode);
}

function justEnded(state: PlayerState, before: PlayerState): boolean {
  const last = state.track.length - 1;
  return state.playhead !== before.playhead && state.playhead === last;
}

function note(state: PlayerState, memory: Memory): void {
  const { slug } = state.episode;
  const { id } = state.track.track.chapter;
  const seen = memory.store.getState().progress[slug]?.seen ?? [];
  const position = state.hand === null ? shownPosition(state) : state.leftAt;
  const ended = position === state.track.length - 1;
  memory.note(slug, {
    chapter: id,
    step: state.track.stepAt(position),
    seen: ended && !seen.includes(id) ? [...seen, id] : seen,
    answers: Object.fromEntries(state.answers),
  });
}
