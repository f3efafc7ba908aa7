import { useEffect } from "react";
import type { Player } from "../../player/store/player.ts";

/**
 * Have the address of an episode follow what the reader does by hand, from when they begin: what it takes to write a run is
 * sent for then.
 *
 * @param wanted whether the page's address follows its reader at all
 */
export function useHandAddress(player: Player, wanted: boolean): void {
  useEffect(() => {
    if (!wanted) return;
    let end: (() => void) | undefined;
    let awaited = true;
    const begin = () => {
      if (player.state.hand === null) return;
      unsubscribe();
      import("./run-address.ts").then(
        ({ followRun }) => {
          if (awaited) end = followRun(player, true);
        },
        // Without it the address stays at the step, as good as it was.
        () => {},
      );
    };
    const unsubscribe = player.store.subscribe(begin);
    begin();
    return () => {
      awaited = false;
      unsubscribe();
      end?.();
    };
  }, [player, wanted]);
}
