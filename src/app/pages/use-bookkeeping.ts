import { useEffect } from "react";
import type { Player } from "../../player/store/player.ts";
import { type PlayerState, shownPosition, shownStep } from "../../player/store/player-state.ts";
import { episodeHref } from "../routes/route.ts";
import { replaceHash } from "../routes/use-route.ts";
import type { Memory } from "../storage/memory.ts";

/** The address of a chapter of the episode that is on show, and of a step in it, counted from 1. */
export type HrefOf = (chapter: string, step: number) => string;

/**
 * Keep the address, the settings and the progress in step with the player.
 *
 * @param hrefOf for an episode that is none of the season's: its addresses. Its progress is not kept.
 */
export function useBookkeeping(player: Player, memory: Memory, hrefOf?: HrefOf): void {
  useEffect(
    () =>
      player.store.subscribe((state, before) => {
        if (state.speed !== before.speed) memory.set({ speed: state.speed });
        const place = placeOf(state, hrefOf);
        if (place === undefined) return;
        const stays = before.coming !== null && state.coming === null;
        const same = place === placeOf(before, hrefOf) && state.answers === before.answers;
        if (same && !stays && !justEnded(state, before)) return;
        replaceHash(place);
        if (hrefOf === undefined) note(state, memory);
      }),
    [player, memory, hrefOf],
  );
}

/** The address of the step on show; none while the reader runs it by hand. */
function placeOf(state: PlayerState, hrefOf?: HrefOf): string | undefined {
  if (state.hand !== null || state.track.length === 0) return undefined;
  const [chapter, step] = [state.track.track.chapter.id, shownStep(state) + 1];
  return hrefOf?.(chapter, step) ?? episodeHref(state.episode.slug, chapter, step);
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
