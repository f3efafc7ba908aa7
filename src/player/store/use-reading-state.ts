import { useEffect, useState } from "react";
import { lineOf, type PlayerState, shownPosition } from "./player-state.ts";
import { atReadingPace } from "./reading-pace.ts";
import { usePlayer } from "./use-player.ts";

/**
 * The player's state for a panel that is there to be read, as often as somebody can.
 *
 * @param readsAlike whether the panel looks the same in two states; always the same function
 */
export function useReadingState(
  readsAlike: (a: PlayerState, b: PlayerState) => boolean = standsAlike,
): PlayerState {
  const { store } = usePlayer();
  const [shown, show] = useState(() => store.getState());
  useEffect(() => {
    // It may have changed since it was rendered.
    show(store.getState());
    return atReadingPace(store, readsAlike, show);
  }, [store, readsAlike]);
  return shown;
}

function standsAlike(a: PlayerState, b: PlayerState): boolean {
  return (
    lineOf(a) === lineOf(b) &&
    shownPosition(a) === shownPosition(b) &&
    a.reach === b.reach &&
    a.stock === b.stock
  );
}
