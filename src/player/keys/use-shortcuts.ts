import { useEffect } from "react";
import type { Player } from "../store/player.ts";
import { isTaken } from "./on-shortcut.ts";
import { answerByKey, SHORTCUTS } from "./shortcuts.ts";

/** Have the keys move the player, wherever the focus is, unless it is somewhere that has a use for them. */
export function useShortcuts(player: Player): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (isTaken(event)) return;
      if (answerByKey(player, event)) {
        event.preventDefault();
        return;
      }
      const shortcut = SHORTCUTS.find((candidate) => candidate.matches(event));
      if (shortcut === undefined) return;
      event.preventDefault();
      shortcut.run(player, event);
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [player]);
}
