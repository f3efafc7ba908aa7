import { watchPlayer } from "../../player/events/watch-player.ts";
import type { Player } from "../../player/store/player.ts";
import { type HeightWatch, watchHeight } from "../page/wanted-height.ts";
import { doCommand } from "./do-command.ts";
import { HostLink } from "./host-link.ts";
import type { Command } from "./messages.ts";

// All that an embedded run and its host say to each other. It is loaded once the picture stands: until then there is nothing to
// talk about, and a host waits to be told that it can.

/** Does what concerns the page and not the player; false when a command is the player's. */
export type DoHere = (command: Command) => boolean;

const link = new HostLink(window);

/** Tell the host what happens in a player. Returns what ends it. */
export function tellOf(player: Player): () => void {
  return watchPlayer(player, {
    ready: (detail) => link.tell({ type: "ready", detail }),
    step: (detail) => link.tell({ type: "step", detail }),
    beat: (detail) => link.tell({ type: "beat", detail }),
    state: (detail) => link.tell({ type: "state", detail }),
    answer: (detail) => link.tell({ type: "answer", detail }),
    score: (detail) => link.tell({ type: "score", detail }),
  });
}

/** Tell the host how high the frame would have to be to show everything. */
export function watchFrame(frame: HTMLElement): HeightWatch {
  return watchHeight(frame, (height) => link.tell({ type: "resize", detail: { height } }));
}

/** Do what the host asks for, with a player if there is one. Returns what ends it. */
export function serve(doHere: DoHere, player?: Player): () => void {
  return link.serve((command) => {
    if (doHere(command)) return;
    if (player === undefined) throw new Error("there is no run here that could do that");
    return doCommand(player, command);
  });
}
