import { useEffect, useState } from "react";
import { isPlaying, lineOf, type PlayerState, shownPosition } from "./player-state.ts";
import { usePlayer } from "./use-player.ts";

/** The least time between two renderings of a panel while it plays, in ms. Nobody reads faster, and the picture needs the time. */
const READABLE = 200;

/**
 * The player's state for a panel that is there to be read. While it plays, no more than five times a second; otherwise, and
 * as soon as it stands still, as it is.
 *
 * @param readsAlike whether the panel looks the same in two states; always the same function
 */
export function useReadingState(
  readsAlike: (a: PlayerState, b: PlayerState) => boolean = standsAlike,
): PlayerState {
  const { store } = usePlayer();
  const [shown, show] = useState(() => store.getState());
  useEffect(() => {
    let last = store.getState();
    let at = Number.NEGATIVE_INFINITY;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = () => {
      clearTimeout(timer);
      timer = undefined;
      last = store.getState();
      at = performance.now();
      show(last);
    };
    // It may have changed since it was rendered.
    show(last);
    const stop = store.subscribe((state) => {
      if (readsAlike(state, last)) return;
      const wait = isPlaying(state) ? at + READABLE - performance.now() : 0;
      if (wait <= 0) read();
      else timer ??= setTimeout(read, wait);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
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
