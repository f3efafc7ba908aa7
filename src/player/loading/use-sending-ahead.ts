import { useEffect } from "react";
import { sendAhead } from "../store/coming-chapter.ts";
import type { Player } from "../store/player.ts";

/** How long to let the page get to rest where the browser does not tell, in ms. */
const REST = 1_000;

/** Send quietly for the next chapter once the picture stands and the browser has nothing else to do. */
export function useSendingAhead(player: Player): void {
  useEffect(() => {
    let cancel = whenIdle(() => sendAhead(player));
    const unsubscribe = player.store.subscribe(({ chapter }, before) => {
      if (chapter === before.chapter) return;
      cancel();
      cancel = whenIdle(() => sendAhead(player));
    });
    return () => {
      unsubscribe();
      cancel();
    };
  }, [player]);
}

/** Run something when the browser is idle, after it has painted. Returns what calls it off. */
function whenIdle(run: () => void): () => void {
  // Not every browser has it.
  if (!("requestIdleCallback" in window)) {
    const timer = setTimeout(run, REST);
    return () => clearTimeout(timer);
  }
  let idle = 0;
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(() => {
      idle = requestIdleCallback(run);
    });
  });
  return () => {
    cancelAnimationFrame(frame);
    cancelIdleCallback(idle);
  };
}
