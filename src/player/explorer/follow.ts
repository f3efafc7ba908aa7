import { createStore, type StoreApi } from "zustand/vanilla";
import type { Setup } from "../../engine/index.ts";
import type { Player } from "../store/player.ts";
import type { PlayerState } from "../store/player-state.ts";
import { atReadingPace } from "../store/reading-pace.ts";
import { threadsAt } from "../store/threads-at.ts";
import { Tried } from "./tried.ts";

/** The schedules tried with the setup on show. A new object whenever they have changed. */
export interface Followed {
  readonly tried: Tried;
}

const followed = new WeakMap<Player, StoreApi<Followed>>();

/** Remember from now on what the reader tries. Called again, it gives what is remembered. */
export function follow(player: Player): StoreApi<Followed> {
  const known = followed.get(player);
  if (known !== undefined) return known;
  const bySetup = new WeakMap<Setup, Tried>();
  const store = createStore<Followed>(() => ({ tried: new Tried() }));
  const look = (state: PlayerState) => {
    const { hand } = state;
    if (hand === null || threadsAt(state) === undefined) return;
    const { setup } = hand.recording;
    const tried = bySetup.get(setup) ?? new Tried();
    bySetup.set(setup, tried);
    if (tried.follow(hand.recording) || store.getState().tried !== tried) store.setState({ tried });
  };
  look(player.state);
  atReadingPace(player.store, (a, b) => a.hand === b.hand, look);
  followed.set(player, store);
  return store;
}
