import { useEffect } from "react";
import { runHref } from "../../player/link/run-href.ts";
import { replaceHash } from "../../player/routes/use-route.ts";
import type { Player } from "../../player/store/player.ts";

/** Browsers let a page change its address only so often: what is done within so many ms is one change. */
const TOGETHER = 300;

/**
 * Have the address lead to the very moment that the reader has come to by hand. It follows what they do, not what plays; a run
 * that is too long for an address leaves it where it was.
 */
export function useRunAddress(player: Player): void {
  useEffect(() => {
    let timer: number | undefined;
    let mine = location.hash;
    const write = () => {
      clearTimeout(timer);
      timer = undefined;
      const href = runHref(player.state);
      // A link may have led elsewhere by now.
      if (href === undefined || location.hash !== mine) return;
      replaceHash(href);
      mine = location.hash;
    };
    const leave = () => {
      if (timer !== undefined || player.state.playing) write();
    };
    const unsubscribe = player.store.subscribe((state, before) => {
      const done =
        state.gestures !== before.gestures || state.hand !== before.hand || state.playing !== before.playing;
      if (done && !state.playing) timer ??= window.setTimeout(write, TOGETHER);
    });
    window.addEventListener("pagehide", leave);
    return () => {
      unsubscribe();
      clearTimeout(timer);
      window.removeEventListener("pagehide", leave);
    };
  }, [player]);
}
