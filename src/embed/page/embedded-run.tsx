import { useEffect } from "react";
import type { Player } from "../../player/store/player.ts";
import { useReducedMotion } from "../../player/use-reduced-motion.ts";
import { hasFullLink } from "../options/options.ts";
import type { EmbedProps } from "./embed-page.tsx";
import { EmbeddedView } from "./embedded-view.tsx";
import { useAutoplay } from "./use-autoplay.ts";

interface EmbeddedRunProps extends EmbedProps {
  readonly player: Player;
  readonly free?: boolean;
}

/** A player, shown as the options say, and in touch with the host's page. */
export function EmbeddedRun({ player, free = false, host, options, doHere }: EmbeddedRunProps) {
  const { controls, panels, autoplay } = options;
  useReducedMotion(player);
  useAutoplay(player, autoplay);
  useEffect(() => host?.tellOf(player), [host, player]);
  useEffect(() => host?.serve(doHere, player), [host, doHere, player]);
  return (
    <EmbeddedView
      player={player}
      controls={controls}
      panels={panels}
      free={free}
      full={hasFullLink(options)}
      watch={host?.watchFrame}
    />
  );
}
