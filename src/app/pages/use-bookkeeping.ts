import { useEffect } from "react";
import { replaceHash } from "../../player/routes/use-route.ts";
import type { Player } from "../../player/store/player.ts";
import { type PlayerState, shownPosition, shownStep } from "../../player/store/player-state.ts";
import type { Memory } from "../storage/memory.ts";

/** The address of a chapter of the episode that is on show, and of a step in it, counted from 1. */
export type HrefOf = (chapter: string, step: number) => string;

/** Of what a page keeps the books. */
export interface Books {
  /** What the address is to be; undefined for a page whose address stays. */
  readonly hrefOf: HrefOf | undefined;
  /** Whether the progress is kept: that of an episode of the season. */
  readonly progress: boolean;
}

/** Keep the address, the settings and the progress in step with the player. */
export function useBookkeeping(player: Player, memory: Memory, { hrefOf, progress }: Books): void {
  useEffect(
    () =>
      player.store.subscribe((state, before) => {
        if (state.speed !== before.speed) memory.set({ speed: state.speed });
        if (hrefOf === undefined) return;
        // An exercise is done by hand, and its score is kept at once.
        if (progress && state.hand !== null && state.answers !== before.answers) note(state, memory);
        const place = placeOf(state, hrefOf);
        if (place === undefined) return;
        const stays = before.coming !== null && state.coming === null;
        const same = place === placeOf(before, hrefOf) && state.answers === before.answers;
        if (same && !stays && !justEnded(state, before)) return;
        replaceHash(place);
        if (progress) note(state, memory);
      }),
    [player, memory, hrefOf, progress],
  );
}

/** The address of the step on show; none while the reader runs it by hand, which has an address of its own. */
function placeOf(state: PlayerState, hrefOf: HrefOf): string | undefined {
  if (state.hand !== null || state.track.length === 0) return undefined;
  return hrefOf(state.track.track.chapter.id, shownStep(state) + 1);
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
