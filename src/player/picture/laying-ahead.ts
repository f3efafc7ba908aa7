import { useEffect } from "react";
import type { Size } from "../../stage/mark.ts";
import type { View } from "../../views/view.ts";
import { lineOf } from "../store/player-state.ts";
import { usePlayer } from "../store/use-player.ts";
import { layAhead } from "./lay-ahead.ts";

export interface LayingAheadProps {
  readonly views: readonly View[];
  readonly size: Size;
}

/** Has the pictures that come next laid out while the browser has nothing else to do. */
export function LayingAhead({ views, size }: LayingAheadProps): null {
  const { store } = usePlayer();
  useEffect(() => {
    if (!("requestIdleCallback" in window)) return;
    let { line, at } = { line: lineOf(store.getState()), at: -1 };
    let laid = -1;
    let idle = 0;
    const work = (deadline: IdleDeadline) => {
      idle = 0;
      try {
        const ahead = layAhead(store.getState(), views, size, laid, () => deadline.timeRemaining());
        laid = ahead.laid;
        if (!ahead.done) idle = requestIdleCallback(work);
      } catch {
        // What cannot be drawn is told of when the playhead comes to it.
      }
    };
    const follow = () => {
      const state = store.getState();
      const position = Math.floor(state.playhead);
      if (lineOf(state) === line && position === at) return;
      // Where the playhead jumps back, what was laid out then may not be kept any more.
      if (lineOf(state) !== line || position < at) laid = -1;
      [line, at] = [lineOf(state), position];
      if (idle === 0) idle = requestIdleCallback(work);
    };
    follow();
    const unsubscribe = store.subscribe(follow);
    return () => {
      unsubscribe();
      cancelIdleCallback(idle);
    };
  }, [store, views, size]);
  return null;
}
