import { act } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { registry, type System } from "../../src/engine/index.ts";
import type { ChapterModule, EpisodeModule } from "../../src/player/episode-module.ts";
import { pictureAt } from "../../src/player/picture/picture-at.ts";
import { sendAgain } from "../../src/player/store/coming-chapter.ts";
import { Player } from "../../src/player/store/player.ts";
import { shownStep } from "../../src/player/store/player-state.ts";
import { upToStep } from "../../src/player/store/up-to-step.ts";
import { type Chapter, counted } from "../../src/scenario/index.ts";
import { HandTicker } from "./hand-ticker.ts";
import { tinyEpisode } from "./tiny-episode.ts";

const OPENING = "overwriting-ring-buffer";
const LATER = "producer-consumer";
const RING = tinyEpisode.chapters.get("ring") as ChapterModule;
const system = (id: string) => registry.get(id) as System;

function defaults(id: string) {
  return Object.fromEntries(
    Object.entries(system(id).parameters).map(([name, field]) => [name, field.default]),
  );
}

/** Two steps of a ring, then two of threads. */
const chapter: Chapter = counted(
  {
    ...RING.chapter,
    scenes: [OPENING, LATER].map((id) => ({
      system: id,
      parameters: { ...defaults(id), ...(id === OPENING ? { capacity: 3 } : {}) },
      seed: 1,
      views: ["words"],
    })),
    beats: [0, 0, 1, 1].map((scene) => ({
      scene,
      text: [],
      inputs: [
        scene === 0
          ? { operation: "push", values: { item: "T0" } }
          : { operation: "run", values: { steps: 3 } },
      ],
      expects: [],
    })),
  } as Chapter,
  registry,
);

/** A player at the chapter's first step; the later scene's system comes, or fails to, when a test says so. */
function open() {
  let waiting: { come: () => void; fail: () => void } | undefined;
  const module: ChapterModule = {
    ...RING,
    chapter,
    systems: new Map([[OPENING, system(OPENING)]]),
    laterSystems: new Map([
      [
        LATER,
        () =>
          new Promise<System>((resolve, reject) => {
            waiting = { come: () => resolve(system(LATER)), fail: () => reject(new Error("no network")) };
          }),
      ],
    ]),
  };
  const { scenes: _, beats, ...head } = chapter;
  const episode: EpisodeModule = {
    episode: { ...tinyEpisode.episode, chapters: [{ ...head, steps: beats.length }] },
    chapters: new Map([[chapter.id, module]]),
  };
  const ticker = new HandTicker();
  return {
    module,
    ticker,
    player: new Player(episode, { ticker }),
    come: () => act(async () => waiting?.come()),
    fail: () => act(async () => waiting?.fail()),
  };
}

const whole = new Player(
  {
    episode: { ...tinyEpisode.episode, chapters: [{ ...RING.chapter, steps: 4 }] },
    chapters: new Map([[chapter.id, { ...RING, chapter, systems: registry }]]),
  },
  { ticker: new HandTicker() },
);

describe("a later scene whose system has not come", () => {
  it("has its place and its time on the line all the same", () => {
    const { player } = open();
    expect(player.state.track.length).toBe(whole.state.track.length);
    expect(player.state.chapterPace.total).toBe(whole.state.chapterPace.total);
    expect(player.state.track.operations).toBe(whole.state.track.operations);
  });

  it.each<[string, (player: Player) => void, number]>([
    ["a step", (player) => player.seekStep(3), whole.state.track.opens(3)],
    ["the end", (player) => player.go(player.state.track.length - 1), whole.state.track.length - 1],
    ["the chapter's link", (player) => player.openChapter(0, 3), whole.state.track.opens(3)],
    [
      "a place on the slider",
      (player) => player.scrub(player.state.chapterPace.total),
      whole.state.track.length - 1,
    ],
  ])("is waited for when %s is asked for, and shown there", async (_, ask, position) => {
    const { player, come } = open();
    ask(player);
    expect([shownStep(player.state), player.state.coming?.chapter]).toEqual([0, 0]);
    await come();
    expect([player.state.playhead, player.state.coming]).toEqual([position, null]);
    expect(player.state.track.at(position).frame).toEqual(whole.state.track.at(position).frame);
  });

  it.each(["step", "operation", "move"] as const)("is not entered by pressing for a %s", async (grain) => {
    const { player, come } = open();
    const edge = player.state.track.ends(1);
    player.seek(edge);
    player.press(grain, 1);
    expect(player.state.playhead).toBe(edge);
    await come();
    expect(player.state.track.stepAt(player.state.playhead)).toBe(2);
  });

  it("lets play stand before it, and go on when it has come", async () => {
    const { player, ticker, come } = open();
    player.play();
    ticker.pass(600_000);
    expect(player.state.playhead).toBe(player.state.track.ends(1));
    await come();
    expect([player.state.playing, player.state.playhead]).toEqual([true, player.state.track.opens(2)]);
    player.pause();
  });

  it("is told of when it cannot be loaded, and comes when it is asked for again", async () => {
    const { player, come, fail } = open();
    player.seekStep(2);
    await fail();
    expect([shownStep(player.state), player.state.coming?.failed]).toEqual([0, true]);
    sendAgain(player);
    await come();
    expect(shownStep(player.state)).toBe(2);
  });

  it("leaves the reader who goes elsewhere meanwhile where they are", async () => {
    const { player, come } = open();
    player.seekStep(3);
    player.seekStep(1);
    await come();
    expect([shownStep(player.state), player.state.coming]).toEqual([1, null]);
  });
});

describe("a chapter whose opening is known before its system has come", () => {
  const opening = whole.state.track.at(0).frame;

  function openAlone() {
    let come = () => {};
    const module: ChapterModule = {
      ...RING,
      chapter,
      opening,
      systems: new Map(),
      laterSystems: new Map([
        [
          OPENING,
          () =>
            new Promise<System>((resolve) => {
              come = () => resolve(system(OPENING));
            }),
        ],
        [LATER, () => Promise.resolve(system(LATER))],
      ]),
    };
    const episode: EpisodeModule = {
      episode: { ...tinyEpisode.episode, chapters: [{ ...chapter, steps: 4 }] },
      chapters: new Map([[chapter.id, module]]),
    };
    const ticker = new HandTicker();
    const player = new Player(episode, { ticker });
    return { player, ticker, come: () => act(async () => come()) };
  }

  it("shows it, and has the whole chapter's time and moments", () => {
    const { player } = openAlone();
    expect(pictureAt(player.state.track, 0)).toEqual(pictureAt(whole.state.track, 0));
    expect([player.state.reach, player.state.track.length]).toEqual([0, whole.state.track.length]);
    expect(player.state.chapterPace.total).toBe(whole.state.chapterPace.total);
  });

  it("sends for the system when it is told to, and goes no further until it has come", async () => {
    const { player, come } = openAlone();
    player.supply.restock(1);
    expect(player.state.reach).toBe(0);
    await come();
    expect(player.state.reach).toBe(whole.state.track.ends(1));
    expect(player.state.track.at(0).frame).toEqual(opening);
  });

  it("plays as soon as it has come, where that was asked for before", async () => {
    const { player, ticker, come } = openAlone();
    player.play();
    ticker.pass(60_000);
    expect([player.state.playhead, player.state.coming?.play]).toEqual([0, true]);
    await come();
    expect([player.state.playing, player.state.playhead]).toEqual([true, 1]);
    player.pause();
  });
});

it("a chapter is loaded as far as the step that it is opened at", async () => {
  const { module } = open();
  const laterSystems = new Map([[LATER, () => Promise.resolve(system(LATER))]]);
  const near = await upToStep({ ...module, laterSystems }, 1);
  const far = await upToStep({ ...module, laterSystems }, 2);
  expect([near, far].map(({ systems }) => [...systems.keys()])).toEqual([[OPENING], [OPENING, LATER]]);
  await expect(upToStep({ ...module, laterSystems: new Map() }, 2)).rejects.toThrow(LATER);
});
