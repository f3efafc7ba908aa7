import { useEffect, useState } from "react";
import type { EpisodePlace } from "../../player/routes/episode-place.ts";
import { stay } from "../../player/store/coming-chapter.ts";
import type { Player } from "../../player/store/player.ts";
import { shownStep } from "../../player/store/player-state.ts";

const RUNNING = "Running to the moment of this link …";

/**
 * Have the player be where the address leads: at the step, and where the link says more, at that very moment.
 *
 * @param query what the link says beyond the step
 * @returns what to tell the reader of the link
 */
export function useLinkedMoment(player: Player, place: EpisodePlace, query?: URLSearchParams): string {
  const [notice, setNotice] = useState("");
  useEffect(() => {
    const { state } = player;
    const there = state.hand === null && state.chapter === place.chapter && shownStep(state) === place.step;
    if (there) stay(player);
    else player.openChapter(place.chapter, place.step);
    setNotice("");
    if (query === undefined) return;
    let awaited = true;
    const tell = (words: string) => {
      if (awaited) setNotice(words);
    };
    Promise.all([import("../../player/link/follow-link.ts"), whenThere(player, place)])
      .then(([{ followLink }, isThere]) => {
        if (!awaited || !isThere) return [];
        return followLink(
          player,
          query,
          () => awaited,
          () => tell(RUNNING),
        );
      })
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

/** Resolves when the chapter has come: true if the reader has not gone elsewhere by then. */
function whenThere(player: Player, { chapter }: EpisodePlace): Promise<boolean> {
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
