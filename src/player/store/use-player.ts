import { createContext, useContext } from "react";
import { useStore } from "zustand";
import type { Player } from "./player.ts";
import type { PlayerState } from "./player-state.ts";

export const PlayerContext = createContext<Player | null>(null);

/** The player of this page. */
export function usePlayer(): Player {
  const player = useContext(PlayerContext);
  if (player === null) throw new Error("there is no player around this component");
  return player;
}

/** A part of the player's state; the component renders again when that part changes. */
export function usePlayerState<T>(select: (state: PlayerState) => T): T {
  return useStore(usePlayer().store, select);
}
