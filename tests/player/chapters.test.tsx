import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { ChapterModule, EpisodeModule } from "../../src/player/episode-module.ts";
import { PlayerView } from "../../src/player/player-view.tsx";
import { sendAgain, sendAhead, stay } from "../../src/player/store/coming-chapter.ts";
import { doByHand } from "../../src/player/store/hand-controls.ts";
import { Player } from "../../src/player/store/player.ts";
import { lineOf, shownStep } from "../../src/player/store/player-state.ts";
import { HandTicker } from "./hand-ticker.ts";
import { tinyEpisode } from "./tiny-episode.ts";

const RING = tinyEpisode.chapters.get("ring") as ChapterModule;
const MADE = ["a", "b", "c", "d"];

function chapterOf(id: string): ChapterModule {
  return { ...RING, chapter: { ...RING.chapter, id, title: `Chapter ${id}` } };
}

/** A player with chapter a of a, b, (one that is not made), c and d; the others come, or fail to, when a test says so. */
function open(step = 0) {
  const asked: string[] = [];
  const waiting = new Map<string, { come: () => void; fail: () => void }>();
  const { scenes: _, beats, ...head } = RING.chapter;
  const overview = (id: string, steps = beats.length) => ({ ...head, id, title: `Chapter ${id}`, steps });
  const load = (id: string) => () => {
    asked.push(id);
    return new Promise<ChapterModule>((resolve, reject) =>
      waiting.set(id, { come: () => resolve(chapterOf(id)), fail: () => reject(new Error("no network")) }),
    );
  };
  const module: EpisodeModule = {
    episode: {
      ...tinyEpisode.episode,
      chapters: [overview("a"), overview("b"), overview("unmade", 0), overview("c"), overview("d")],
    },
    chapters: new Map([["a", chapterOf("a")]]),
    laterChapters: new Map(MADE.slice(1).map((id) => [id, load(id)])),
  };
  const ticker = new HandTicker();
  const player = new Player(module, { ticker, step });
  return {
    player,
    ticker,
    asked,
    come: (id: string) => act(async () => waiting.get(id)?.come()),
    fail: (id: string) => act(async () => waiting.get(id)?.fail()),
    at: () => player.state.track.track.chapter.id,
  };
}

function turn(player: Player): void {
  const next = player.nextChapter(1);
  if (next !== undefined) player.openChapter(next);
}

describe("a chapter that has not come", () => {
  it("leaves the page where it is until it has come, and is opened then at its step", async () => {
    const { player, at, asked, come } = open(2);
    player.openChapter(1, 3);
    expect([at(), shownStep(player.state), asked]).toEqual(["a", 2, ["b"]]);
    await come("b");
    expect([at(), shownStep(player.state), player.state.coming]).toEqual(["b", 3, null]);
    expect(player.state.module.chapter.id).toBe("b");
  });

  it("is sent for once, and there at once from then on", async () => {
    const { player, at, asked, come } = open();
    player.openChapter(1);
    player.openChapter(1, 2);
    await come("b");
    expect(shownStep(player.state)).toBe(2);
    player.openChapter(0);
    player.openChapter(1);
    expect([at(), asked]).toEqual(["b", ["b"]]);
  });

  it("is passed by when pressing goes on: the last one asked for is opened, whatever comes when", async () => {
    const { player, at, come } = open();
    for (let press = 0; press < 3; press++) turn(player);
    await come("d");
    expect(at()).toBe("d");
    await come("b");
    await come("c");
    expect(at()).toBe("d");
  });

  it.each<[string, (player: Player) => void]>([
    ["a press", (player) => player.press("move", 1)],
    ["the slider", (player) => player.scrub(1_000)],
    ["a step in the words", (player) => player.goToStep(1)],
    ["an operation by hand", (player) => doByHand(player, { operation: "push", values: { item: "X" } })],
    ["the chapter that is open", (player) => player.openChapter(0)],
    ["staying", stay],
    ["leaving the page", (player) => player.dispose()],
  ])("is not opened any more after %s", async (_, act) => {
    const { player, at, come } = open();
    player.openChapter(1);
    act(player);
    await come("b");
    expect([at(), player.state.coming]).toEqual(["a", null]);
  });

  it("does not disturb play meanwhile, which goes on in it", async () => {
    const { player, ticker, at, come } = open();
    player.play();
    player.openChapter(1);
    const before = player.state.playhead + player.state.held;
    ticker.pass(100);
    expect(player.state.playhead + player.state.held).toBeGreaterThan(before);
    await come("b");
    expect([at(), player.state.playing, ticker.running]).toEqual(["b", true, true]);
  });

  it("plays as soon as it has come when play was pressed at the end, unless paused by then", async () => {
    for (const paused of [false, true]) {
      const { player, ticker, at, come } = open(3);
      player.seek(lineOf(player.state).length - 1);
      player.store.setState({ held: 1e9 });
      player.toggle();
      expect(player.state.coming?.chapter).toBe(1);
      if (paused) player.toggle();
      await come("b");
      expect([at(), player.state.playing, ticker.running]).toEqual(["b", !paused, !paused]);
    }
  });
});

describe("a chapter that cannot be loaded", () => {
  it("is told of, and is opened when it is asked for again and comes", async () => {
    const { player, at, asked, come, fail } = open(1);
    player.openChapter(1, 2);
    await fail("b");
    expect([at(), shownStep(player.state), player.state.coming?.failed]).toEqual(["a", 1, true]);
    sendAgain(player);
    expect([asked, player.state.coming?.failed]).toEqual([["b", "b"], false]);
    await come("b");
    expect([at(), shownStep(player.state)]).toEqual(["b", 2]);
  });

  it("is the one that the next press asks for again", async () => {
    const { player, asked, fail } = open();
    turn(player);
    await fail("b");
    turn(player);
    expect(asked).toEqual(["b", "b"]);
  });

  it("is not told of when another has been asked for by then", async () => {
    const { player, at, come, fail } = open();
    turn(player);
    turn(player);
    await fail("b");
    expect(player.state.coming).toMatchObject({ chapter: 3, failed: false });
    await come("c");
    expect(at()).toBe("c");
  });
});

describe("sending ahead", () => {
  it("has the next chapter there before it is asked for", async () => {
    const { player, at, asked, come } = open();
    sendAhead(player);
    sendAhead(player);
    await come("b");
    expect([at(), asked]).toEqual(["a", ["b"]]);
    player.openChapter(1);
    expect(at()).toBe("b");
  });

  it("fails in silence, and the chapter is sent for again when it is asked for", async () => {
    const { player, asked, fail } = open();
    sendAhead(player);
    await fail("b");
    expect(player.state.coming).toBeNull();
    player.openChapter(1);
    expect(asked).toEqual(["b", "b"]);
  });
});

describe("on the page", () => {
  it("the timeline shows what is on its way, and a failure can be tried again or left", async () => {
    const { player, come, fail } = open();
    render(<PlayerView player={player} tab="typescript" onTab={() => {}} />);
    const user = userEvent.setup();
    const segment = () => screen.getByRole("button", { name: "2:00 Chapter b" });
    await user.click(segment());
    expect(segment().getAttribute("aria-busy")).toBe("true");
    expect(screen.getByText("“Chapter b” is on its way …")).toBeTruthy();
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Chapter a");
    await fail("b");
    expect(screen.getByRole("alert").textContent).toContain("“Chapter b” could not be loaded.");
    await user.click(screen.getByRole("button", { name: "Stay here" }));
    expect(screen.queryByRole("alert")).toBeNull();
    await user.click(segment());
    await fail("b");
    await user.click(screen.getByRole("button", { name: "Try again" }));
    await come("b");
    expect(screen.queryByRole("alert")).toBeNull();
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Chapter b");
    expect(segment().getAttribute("aria-current")).toBe("true");
  });
});

describe("the end of the last chapter that is made", () => {
  it.each([
    ["more are to come", [4, 0], "This is as far as the episode goes for now."],
    ["there are no more", [4], "This is the end."],
  ])("says so where %s", (_, steps, words) => {
    const { episode } = tinyEpisode;
    const [ring] = episode.chapters;
    const chapters = steps.map((count, index) => ({
      ...ring,
      id: index === 0 ? "ring" : "later",
      steps: count,
    }));
    const module = { ...tinyEpisode, episode: { ...episode, chapters } } as EpisodeModule;
    const player = new Player(module, { ticker: new HandTicker() });
    render(<PlayerView player={player} tab="typescript" onTab={() => {}} />);
    act(() => player.seek(lineOf(player.state).length - 1));
    expect(screen.getByText(words)).toBeDefined();
  });
});
