import { describe, expect, it } from "vitest";
import type { PlayerEvents } from "../../src/player/events/player-events.ts";
import { watchPlayer } from "../../src/player/events/watch-player.ts";
import { doByHand } from "../../src/player/store/hand-controls.ts";
import { Player } from "../../src/player/store/player.ts";
import { HandTicker } from "./hand-ticker.ts";
import { tinyEpisode } from "./tiny-episode.ts";

type Told = { readonly [Name in keyof PlayerEvents]: PlayerEvents[Name][] };

function watched(options: { chapter?: number; step?: number } = {}) {
  const ticker = new HandTicker();
  const player = new Player(tinyEpisode, { ticker, chapter: 1, ...options });
  const told: Told = { ready: [], step: [], beat: [], state: [], answer: [], score: [] };
  const stop = watchPlayer(player, {
    ready: (event) => told.ready.push(event),
    step: (event) => told.step.push(event),
    beat: (event) => told.beat.push(event),
    state: (event) => told.state.push(event),
    answer: (event) => told.answer.push(event),
    score: (event) => told.score.push(event),
  });
  return { player, ticker, told, stop };
}

describe("watching a player", () => {
  it("tells first what there is and how things stand", () => {
    const { told } = watched();
    expect(told.ready).toEqual([
      {
        chapter: "ring",
        step: 1,
        steps: 4,
        title: "When data never stops",
        made: [
          { id: "ring", title: "The ring", steps: 4 },
          { id: "overwrite", title: "When old data must die", steps: 2 },
        ],
      },
    ]);
    expect(told.step).toEqual([{ chapter: "ring", step: 1, steps: 4 }]);
    expect(told.state).toHaveLength(1);
    expect(told.score).toEqual([{ chapter: "ring", asked: 1, answered: 0, right: 0 }]);
  });

  it("tells each step once when it begins and once when it is done, while it plays", () => {
    const { player, ticker, told } = watched();
    player.reply(2, { kind: "skipped" });
    player.play();
    ticker.pass(240_000);
    expect(told.step.map(({ step }) => step)).toEqual([1, 2, 3, 4]);
    expect(told.beat.map(({ step, last }) => [step, last])).toEqual([
      [1, false],
      [2, false],
      [3, false],
      [4, true],
    ]);
  });

  it("tells of a jump only where it leads", () => {
    const { player, told } = watched();
    told.beat.length = 0;
    player.seek(player.state.track.ends(3));
    expect(told.step.map(({ step }) => step)).toEqual([1, 4]);
    expect(told.beat).toEqual([{ chapter: "ring", step: 4, steps: 4, last: true }]);
    player.openChapter(2);
    expect(told.step.at(-1)).toEqual({ chapter: "overwrite", step: 1, steps: 2 });
  });

  it("tells the state as plain data, with words for it", () => {
    const { player, told } = watched();
    player.seek(player.state.track.ends(1));
    const event = told.state.at(-1);
    expect(event).toMatchObject({
      chapter: "ring",
      step: 2,
      byHand: false,
      system: "overwriting-ring-buffer",
      operation: "push",
      mark: "return",
      words: "push: return. 2 held.",
      state: { size: 2 },
    });
    expect(structuredClone(event)).toEqual(event);
    expect(JSON.parse(JSON.stringify(event))).toEqual(event);
  });

  it("tells what is done by hand as states, not as steps", () => {
    const { player, ticker, told } = watched();
    const steps = told.step.length;
    doByHand(player, { operation: "push", values: { item: "Z" } });
    ticker.pass(5_000);
    expect(told.step).toHaveLength(steps);
    expect(told.state.at(-1)).toMatchObject({
      byHand: true,
      step: 1,
      values: { item: "Z" },
      state: { size: 1 },
    });
    player.backToEpisode();
    expect(told.state.at(-1)).toMatchObject({ byHand: false, step: 1 });
  });

  it("tells answers and the score they lead to", () => {
    const { player, told } = watched();
    player.reply(2, { kind: "answered", right: true, given: "slot 1", words: "slot 1" });
    expect(told.answer).toEqual([
      { chapter: "ring", step: 3, answered: true, right: true, given: "slot 1", words: "slot 1" },
    ]);
    expect(told.score.at(-1)).toEqual({ chapter: "ring", asked: 1, answered: 1, right: 1 });
    player.reopen(2);
    expect(told.answer).toHaveLength(1);
    expect(told.score.at(-1)).toEqual({ chapter: "ring", asked: 1, answered: 0, right: 0 });
    player.reply(2, { kind: "skipped" });
    expect(told.answer.at(-1)).toEqual({ chapter: "ring", step: 3, answered: false });
  });

  it("tells nothing more once it is ended", () => {
    const { player, told, stop } = watched();
    stop();
    player.seek(5);
    expect(told.state).toHaveLength(1);
  });

  it("waits with everything until the picture has come", async () => {
    const ticker = new HandTicker();
    const ring = tinyEpisode.chapters.get("ring");
    if (ring === undefined) throw new Error("the tiny episode has a ring");
    let arrive = () => {};
    const view = [...ring.views.values()][0];
    if (view === undefined) throw new Error("the ring has a view");
    const later = {
      ...ring,
      views: new Map(),
      laterViews: new Map([["words", () => arrived.then(() => view)]]),
    };
    const arrived = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    const module = { ...tinyEpisode, chapters: new Map([["ring", later]]) };
    const player = new Player(module, { ticker, chapter: 1 });
    const told: string[] = [];
    watchPlayer(player, { ready: () => told.push("ready"), state: () => told.push("state") });
    player.seek(3);
    expect(told).toEqual([]);
    arrive();
    await arrived;
    await Promise.resolve();
    await Promise.resolve();
    expect(told).toEqual(["ready", "state"]);
  });
});
