import type { Player } from "./player.ts";
import { isPlaying, type PlayerState } from "./player-state.ts";

/** The least time between two readings while it plays, in ms. Nobody reads faster, and the picture needs the time. */
const READABLE = 200;

/**
 * Hear of a player's state as often as somebody can read: while it plays, no more than five times a second; otherwise, and
 * as soon as it stands still, of every change.
 *
 * @param readsAlike whether there is nothing to hear of between two states
 * @returns what ends that
 */
export function atReadingPace(
  store: Player["store"],
  readsAlike: (a: PlayerState, b: PlayerState) => boolean,
  hear: (state: PlayerState) => void,
): () => void {
  let last = store.getState();
  let at = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const read = () => {
    clearTimeout(timer);
    timer = undefined;
    last = store.getState();
    at = performance.now();
    hear(last);
  };
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
}
