import { useEffect } from "react";
import type { Player } from "./store/player.ts";

const QUERY = "(prefers-reduced-motion: reduce)";

/** Have the player respect, at once and always, that a reader wants no motion. */
export function useReducedMotion(player: Player): void {
  useEffect(() => {
    if (typeof matchMedia === "undefined") return;
    const list = matchMedia(QUERY);
    const follow = () => player.setReducedMotion(list.matches);
    if (list.matches) follow();
    list.addEventListener("change", follow);
    return () => list.removeEventListener("change", follow);
  }, [player]);
}
