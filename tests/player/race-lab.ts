import { defaultsOf, type Plain, registry, type System } from "../../src/engine/index.ts";
import type { EpisodeModule } from "../../src/player/episode-module.ts";
import { takeOver } from "../../src/player/store/hand.ts";
import { Player } from "../../src/player/store/player.ts";
import { lineOf } from "../../src/player/store/player-state.ts";
import type { Listing } from "../../src/scenario/index.ts";
import { view } from "../../src/views/lanes/view.ts";
import type { View } from "../../src/views/view.ts";
import { HandTicker } from "./hand-ticker.ts";

/** A system with threads, to be run by hand. */
export function openLab(
  id: string,
  parameters: { readonly [name: string]: Plain } = {},
  listings: ReadonlyMap<string, Listing> = new Map(),
) {
  const system = registry.get(id) as System;
  const head = { id, title: system.title, short: id, start: 0, duration: 0 };
  const all = { ...defaultsOf(system.parameters), ...parameters };
  const scene = { system: id, parameters: all, seed: 1, views: ["lanes"] };
  const module: EpisodeModule = {
    episode: { slug: "lab", number: 0, title: system.title, duration: 0, chapters: [{ ...head, steps: 1 }] },
    chapters: new Map([
      [
        id,
        {
          chapter: { ...head, scenes: [scene], beats: [{ scene: 0, text: [], inputs: [], expects: [] }] },
          systems: new Map([[id, system]]),
          views: new Map([["lanes", view as unknown as View]]),
          listings,
        },
      ],
    ]),
  };
  const ticker = new HandTicker();
  const player = new Player(module, { ticker, reducedMotion: true });
  player.store.setState({ hand: takeOver(lineOf(player.state), 0) });
  return { player, ticker };
}
