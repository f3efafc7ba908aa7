import { waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { Player } from "../../src/player/store/player.ts";
import type { View } from "../../src/views/view.ts";
import { HandTicker } from "./hand-ticker.ts";
import { tinyEpisode, words as view } from "./tiny-episode.ts";

const { id } = view;

function sending(load: () => Promise<View>) {
  const without = [...tinyEpisode.chapters].map(([chapter, module]) => {
    const later = { ...module, views: new Map<string, View>(), laterViews: new Map([[id, load]]) };
    return [chapter, later] as const;
  });
  return { ...tinyEpisode, chapters: new Map(without) };
}

test("what a scene shows is sent for when it comes near, once", async () => {
  let sent = 0;
  const load = () => {
    sent += 1;
    return Promise.resolve(view);
  };
  const player = new Player(sending(load), { ticker: new HandTicker(), chapter: 1 });
  player.press("move", 1);
  await waitFor(() => expect(player.state.stock.views.get(id)).toBe(view));
  player.press("move", 1);
  expect(sent).toBe(1);
});

test("what failed to come is named, and comes when it is asked for again", async () => {
  let reachable = false;
  const load = () => (reachable ? Promise.resolve(view) : Promise.reject(new Error("no network")));
  const player = new Player(sending(load), { ticker: new HandTicker(), chapter: 1 });
  await waitFor(() => expect([...player.state.stock.failed]).toEqual([id]));
  reachable = true;
  player.supply.restock();
  await waitFor(() => expect(player.state.stock.views.get(id)).toBe(view));
  expect(player.state.stock.failed.size).toBe(0);
});
