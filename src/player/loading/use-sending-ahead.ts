import { useEffect } from "react";
import { sendAhead } from "../store/coming-chapter.ts";
import type { Player } from "../store/player.ts";
import { whenIdle } from "./when-idle.ts";

/** Send quietly for the next chapter once the picture stands and the browser has nothing else to do. */
export function useSendingAhead(player: Player, wanted = true): void {
  useEffect(() => {
    if (!wanted) return;
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
  }, [player, wanted]);
}
