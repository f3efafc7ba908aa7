import { useEffect } from "react";
import { episodeHref } from "../../player/routes/route.ts";
import { replaceHash } from "../../player/routes/use-route.ts";
import type { Player } from "../../player/store/player.ts";
import { type PlayerState, shownPosition, shownStep } from "../../player/store/player-state.ts";
import type { Memory } from "../storage/memory.ts";

/** Keep the address, the settings and the progress in step with the player. */
export function useBookkeeping(player: Player, memory: Memory): void {
  useEffect(
    () =>
      player.store.subscribe((state, before) => {
        if (state.speed !== before.speed) memory.set({ speed: state.speed });
        const place = placeOf(state);
        if (place === undefined) return;
        const stays = before.coming !== null && state.coming === null;
        const same = place === placeOf(before) && state.answers === before.answers;
        if (same && !stays && !justEnded(state, before)) return;
        replaceHash(place);
        note(state, memory);
      }),
    [player, memory],
  );
}

/** The address of the step on show; none while the reader runs it by hand. */
function placeOf(state: PlayerState): string | undefined {
  if (state.hand !== null || state.track.length === 0) return undefined;
  return episodeHref(state.episode.slug, state.track.track.chapter.id, shownStep(state) + 1);
}

function justEnded(state: PlayerState, before: PlayerState): boolean {
  const last = state.track.length - 1;
  return state.playhead !== before.playhead && state.playhead === last;
}

function note(state: PlayerState, memory: Memory): void {
  const { slug } = state.episode;
  const { id } = state.track.track.chapter;
  const seen = memory.store.getState().progress[slug]?.seen ?? [];
  const ended = shownPosition(state) === state.track.length - 1;
  memory.note(slug, {
    chapter: id,
    step: shownStep(state),
    seen: ended && !seen.includes(id) ? [...seen, id] : seen,
    answers: Object.fromEntries(state.answers),
  });
}
