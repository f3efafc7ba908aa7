import { useEffect } from "react";
import { watchPlayer } from "../../player/events/watch-player.ts";
import type { Player } from "../../player/store/player.ts";
import { useReducedMotion } from "../../player/use-reduced-motion.ts";
import { hasFullLink } from "../options/options.ts";
import { doCommand } from "../protocol/do-command.ts";
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
  useEffect(() => {
    if (host === undefined) return;
    return watchPlayer(player, {
      ready: (detail) => host.tell({ type: "ready", detail }),
      step: (detail) => host.tell({ type: "step", detail }),
      beat: (detail) => host.tell({ type: "beat", detail }),
      state: (detail) => host.tell({ type: "state", detail }),
      answer: (detail) => host.tell({ type: "answer", detail }),
      score: (detail) => host.tell({ type: "score", detail }),
    });
  }, [player, host]);
  useEffect(
    () => host?.serve((command) => (doHere(command) ? undefined : doCommand(player, command))),
    [player, host, doHere],
  );
  return (
    <EmbeddedView
      player={player}
      controls={controls}
      panels={panels}
      free={free}
      full={hasFullLink(options)}
      {...(host === undefined
        ? {}
        : { onHeight: (height) => host.tell({ type: "resize", detail: { height } }) })}
    />
  );
}
