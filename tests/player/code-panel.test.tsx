import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { CodePanel } from "../../src/player/panels/code-panel.tsx";
import { Player } from "../../src/player/store/player.ts";
import { PlayerContext } from "../../src/player/store/use-player.ts";
import type { Listing } from "../../src/scenario/index.ts";
import { HandTicker } from "./hand-ticker.ts";
import { tinyEpisode } from "./tiny-episode.ts";

const LISTED = "OverwritingRingBuffer";

/** The panel of an episode whose listing comes when the network lets it. */
function open(load: (listing: Listing) => Promise<Listing>) {
  const chapters = [...tinyEpisode.chapters].map(([id, module]) => {
    const laterListings = new Map([[LISTED, () => load(module.listings.get(LISTED) as Listing)]]);
    return [id, { ...module, listings: new Map<string, Listing>(), laterListings }] as const;
  });
  const module = { ...tinyEpisode, chapters: new Map(chapters) };
  const player = new Player(module, { ticker: new HandTicker(), chapter: 1 });
  render(
    <PlayerContext value={player}>
      <CodePanel language="python" />
    </PlayerContext>,
  );
}

it("says that the code is on its way until it has come", async () => {
  let arrive = () => {};
  open((listing) => new Promise((resolve) => (arrive = () => resolve(listing))));
  expect(screen.getByText("The code is on its way …")).toBeTruthy();
  await act(async () => arrive());
  expect(screen.getByText(/slots\[head\] = item/)).toBeTruthy();
});

it("says that the code could not be loaded, and tries again", async () => {
  let reachable = false;
  open((listing) => (reachable ? Promise.resolve(listing) : Promise.reject(new Error("no network"))));
  const again = await screen.findByRole("button", { name: "Try again" });
  expect(screen.getByText(/The code could not be loaded\./)).toBeTruthy();
  reachable = true;
  await userEvent.click(again);
  expect(await screen.findByText(/slots\[head\] = item/)).toBeTruthy();
});
