import { useEffect, useRef } from "react";
import type { Player } from "../../../player/store/player.ts";
import { type PlayerState, shownStep } from "../../../player/store/player-state.ts";
import type { TextPlace } from "./text-place.ts";

/**
 * Keep the preview where the author writes, and tell where the preview goes otherwise.
 *
 * @param place where the author is; a new object for each time they go there
 */
export function usePlace(
  player: Player,
  place: TextPlace | undefined,
  onPlace: (place: Omit<TextPlace, "done">) => void,
): void {
  const following = useRef(false);
  useEffect(
    () =>
      player.store.subscribe((state, before) => {
        const [now, then] = [stepOf(state), stepOf(before)];
        if (following.current || now === undefined) return;
        if (now.chapter !== then?.chapter || now.step !== then.step) onPlace(now);
      }),
    [player, onPlace],
  );
  useEffect(() => {
    if (place === undefined) return;
    following.current = true;
    stand(player, place);
    following.current = false;
  }, [player, place]);
}

function stepOf(state: PlayerState): Omit<TextPlace, "done"> | undefined {
  if (state.hand !== null || state.track.length === 0) return undefined;
  return { chapter: state.track.track.chapter.id, step: shownStep(state) };
}

/** Stand where so many operations of a step are done. The author did that with the text: nothing is said aloud. */
function stand(player: Player, { chapter, step, done }: TextPlace): void {
  const { hand, track, chapter: open } = player.state;
  const own = player.state.episode.chapters.findIndex(({ id }) => id === chapter);
  if (hand !== null || open !== own) player.openChapter(own, step);
  if (track.track.chapter.id !== chapter || track.length === 0) return;
  const within = Math.min(step, track.steps - 1);
  const last = done === 0 ? undefined : [...track.track.operations(within)][done - 1];
  const playhead = last?.to ?? track.opens(within);
  if (player.state.playhead === playhead && player.state.goal === null) return;
  if (player.state.playing) player.pause();
  player.store.setState({ playhead, held: 0, goal: null, coming: null, draft: "" });
}
