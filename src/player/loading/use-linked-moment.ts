import { useEffect, useState } from "react";
import type { EpisodePlace } from "../routes/episode-place.ts";
import { stay } from "../store/coming-chapter.ts";
import type { Player } from "../store/player.ts";
import { shownStep } from "../store/player-state.ts";

export const RUNNING = "Running to the moment of this link …";

/**
 * Have the player be where the address leads: at the step, and where the link says more, at that very moment.
 *
 * @param query what the link says beyond the step
 * @returns what to tell the reader of the link
 */
export function useLinkedMoment(player: Player, place: EpisodePlace, query?: URLSearchParams): string {
  useEffect(() => {
    const { state } = player;
    const there = state.hand === null && state.chapter === place.chapter && shownStep(state) === place.step;
    if (there) stay(player);
    else player.openChapter(place.chapter, place.step);
  }, [player, place]);
  return useMomentInStep(player, place, query);
}

/**
 * Have a player that is at a step, or on its way there, go to the very moment that the link says.
 *
 * @param query what the link says beyond the step
 * @returns what to tell the reader of the link
 */
export function useMomentInStep(player: Player, place: EpisodePlace, query?: URLSearchParams): string {
  const [notice, setNotice] = useState("");
  useEffect(() => {
    setNotice("");
    if (query === undefined) return;
    let awaited = true;
    const tell = (words: string) => {
      if (awaited) setNotice(words);
    };
    const isWanted = () => awaited;
    Promise.all([import("../link/follow-link.ts"), whenThere(player, place)])
      .then(([{ followLink }, isThere]) =>
        isWanted() && isThere ? followLink(player, query, isWanted, () => tell(RUNNING)) : [],
      )
      .then(
        (problems) => tell(problems.join(" ")),
        (error: unknown) => tell(`This link could not be followed: ${(error as Error).message}.`),
      );
    return () => {
      awaited = false;
    };
  }, [player, place, query]);
  return notice;
}

/** Resolves when the chapter that was asked for has come: true if the reader has not gone elsewhere by then. */
export function whenThere(player: Player, { chapter }: EpisodePlace): Promise<boolean> {
  return new Promise((resolve) => {
    const look = ({ coming }: Player["state"]) => {
      if (coming !== null) return;
      unsubscribe();
      resolve(player.state.chapter === chapter);
    };
    const unsubscribe = player.store.subscribe(look);
    look(player.state);
  });
}
