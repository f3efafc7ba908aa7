import { useEffect } from "react";
import { openQuestion } from "../../player/store/open-question.ts";
import type { Player } from "../../player/store/player.ts";

/** Where there is nowhere to answer them, have play pass over questions. */
export function usePassing(player: Player, passes: boolean): void {
  useEffect(() => {
    if (!passes) return;
    return player.store.subscribe((state, before) => {
      const stopped = before.playing && !state.playing && state.gestures === before.gestures;
      // Not at once: who else listens is told of the stop first.
      if (stopped && openQuestion(state) !== undefined) queueMicrotask(() => player.play());
    });
  }, [player, passes]);
}
