import { useShortcuts } from "./keys/use-shortcuts.ts";
import { LiveRegion } from "./live-region.tsx";
import { usePlayer } from "./store/use-player.ts";

/** Keys move the player, and what comes of it is told to whoever listens. */
export function Listening() {
  useShortcuts(usePlayer());
  return <LiveRegion />;
}
