import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { doByHand, redoByHand, restartByHand, undoByHand } from "../../src/player/store/hand-controls.ts";
import { openQuestion } from "../../src/player/store/open-question.ts";
import { Player } from "../../src/player/store/player.ts";
import { lineOf, shownPosition, shownStep } from "../../src/player/store/player-state.ts";
import { HandTicker } from "./hand-ticker.ts";
import { tinyEpisode } from "./tiny-episode.ts";

function open(options: { chapter?: number; reducedMotion?: boolean } = {}) {
  const ticker = new HandTicker();
  const player = new Player(tinyEpisode, { ticker, chapter: 1, ...options });
  const frame = () => lineOf(player.state).at(Math.floor(player.state.playhead)).frame;
  const settle = () => ticker.pass(2_000);
  return { ticker, player, frame, settle };
}

const push = (item: string) => ({ operation: "push", values: { item } });

describe("the playhead", () => {
  it("stands at the step it was opened at, and nothing runs", () => {
    const ticker = new HandTicker();
    const player = new Player(tinyEpisode, { ticker, chapter: 1, step: 2 });
    expect(shownStep(player.state)).toBe(2);
    expect(ticker.running).toBe(false);
  });

  it("plays to an open question, waits there, and goes on to the end when asked again", () => {
    const { player, ticker } = open();
    player.play();
    ticker.pass(120_000);
    expect(player.state.playing).toBe(false);
    expect(ticker.running).toBe(false);
    expect(openQuestion(player.state)?.step).toBe(2);
    player.play();
    ticker.pass(120_000);
    expect(player.state.playhead).toBe(lineOf(player.state).length - 1);
    expect(player.state.playing).toBe(false);
    expect(player.state.answers.get("ring/3")).toEqual({ kind: "skipped" });
  });

  it("goes on with the next chapter when play is pressed at the end of one", () => {
    const { player, settle } = open();
    player.reply(2, { kind: "skipped" });
    player.seek(lineOf(player.state).length - 1);
    player.play();
    settle();
    player.store.setState({ held: 1e9 });
    player.pause();
    player.play();
    expect(player.state.chapter).toBe(2);
  });

  it("stands still in mid-flight when paused, and goes on from there", () => {
    const { player, ticker } = open();
    player.seekStep(1);
    player.play();
    while (Number.isInteger(player.state.playhead)) ticker.pass(16);
    player.pause();
    const { playhead } = player.state;
    expect(playhead % 1).toBeGreaterThan(0);
    expect(ticker.running).toBe(false);
    player.play();
    ticker.pass(16);
    expect(player.state.playhead).toBeGreaterThan(playhead);
  });

  it("plays backwards to the start", () => {
    const { player, ticker } = open();
    player.seek(10);
    player.play(-1);
    ticker.pass(120_000);
    expect(player.state).toMatchObject({ playhead: 0, playing: false });
  });

  it("takes whole numbers only when motion is to be reduced", () => {
    const { player, ticker } = open({ reducedMotion: true });
    player.reply(2, { kind: "skipped" });
    const seen = new Set<number>();
    player.store.subscribe(({ playhead }) => seen.add(playhead));
    player.play();
    ticker.pass(120_000);
    expect([...seen].every(Number.isInteger)).toBe(true);
    expect(seen.size).toBe(lineOf(player.state).length);
  });

  it("begins to move in the first tick after a press", () => {
    const { player, ticker } = open();
    player.press("step", 1);
    ticker.pass(16);
    expect(player.state.playhead).toBeGreaterThan(0);
  });

  it("throws no press away: each goes on from where the last one leads", () => {
    const { player, ticker, settle } = open();
    for (let i = 0; i < 5; i++) {
      player.press("move", 1);
      ticker.pass(16);
    }
    expect(shownPosition(player.state)).toBe(5);
    settle();
    expect(player.state.playhead).toBe(5);
  });

  it("stops at a question on its way to the next step", () => {
    const { player, settle } = open();
    player.seekStep(2);
    player.press("step", 1);
    settle();
    expect(openQuestion(player.state)?.step).toBe(2);
    player.press("step", 1);
    settle();
    expect(shownStep(player.state)).toBe(3);
  });
});

describe("the three grains", () => {
  it.each(["move", "operation"] as const)("%s forward and back pass through the same moments", (grain) => {
    const { player, settle } = open();
    const last = lineOf(player.state).length - 1;
    const there = [player.state.playhead];
    while (player.state.playhead < last) {
      player.press(grain, 1);
      settle();
      there.push(player.state.playhead);
    }
    const back = [player.state.playhead];
    while (player.state.playhead > 0) {
      player.press(grain, -1);
      settle();
      back.push(player.state.playhead);
    }
    expect(back.reverse()).toEqual(there);
    expect(there.length).toBeGreaterThan(4);
  });

  it("come to the same frames whatever the presses before", () => {
    const presses = fc.array(
      fc.record({
        grain: fc.constantFrom("step" as const, "operation" as const, "move" as const),
        direction: fc.constantFrom(1 as const, -1 as const),
        wait: fc.constantFrom(0, 16, 100, 400),
      }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(presses, (list) => {
        const { player, ticker, settle } = open();
        const fresh = open().player.state.track;
        for (const { grain, direction, wait } of list) {
          player.press(grain, direction);
          ticker.pass(wait);
        }
        settle();
        const { playhead } = player.state;
        expect(Number.isInteger(playhead)).toBe(true);
        expect(lineOf(player.state).at(playhead).frame).toEqual(fresh.at(playhead).frame);
      }),
      { numRuns: 50 },
    );
  });
});

describe("by hand", () => {
  it("branches after the operation on show and keeps the episode as it was", () => {
    const { player, frame, settle } = open();
    player.seekStep(2);
    player.press("move", 1);
    player.press("move", 1);
    settle();
    const left = player.state.playhead;
    const { length } = player.state.track;
    doByHand(player, push("X"));
    settle();
    expect(player.state.hand?.recording.inputs.map(({ values }) => values.item)).toEqual([
      "T0",
      "T1",
      "T2",
      "X",
    ]);
    expect(frame().cause).toMatchObject({ mark: "return", detail: { result: true } });
    player.backToEpisode();
    expect(player.state.playhead).toBe(left);
    expect(player.state.track.length).toBe(length);
  });

  it("starts afresh with other parameters", () => {
    const { player, frame } = open();
    restartByHand(player, { capacity: 5 });
    expect(frame().state).toMatchObject({ capacity: 5, size: 0 });
  });

  it("undo after doing is as if it had not been done, and redo does it again", () => {
    const items = fc.array(fc.string({ minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(items, fc.integer({ min: 1, max: 8 }), (list, times) => {
        const { player, frame, settle } = open();
        const states: unknown[] = [frame().state];
        for (const item of list) {
          doByHand(player, push(item));
          settle();
          states.push(frame().state);
        }
        const back = Math.min(times, list.length);
        for (let i = 0; i < back; i++) undoByHand(player);
        expect(frame().state).toEqual(states[list.length - back]);
        for (let i = 0; i < back; i++) redoByHand(player);
        settle();
        expect(frame().state).toEqual(states[list.length]);
      }),
      { numRuns: 30 },
    );
  });

  it("goes on from the operation on show when the reader has gone back on the branch", () => {
    const { player, settle } = open();
    for (const item of ["A", "B", "C"]) doByHand(player, push(item));
    settle();
    player.press("operation", -1);
    settle();
    doByHand(player, push("D"));
    settle();
    expect(player.state.hand?.recording.inputs.map(({ values }) => values.item)).toEqual(["A", "B", "D"]);
  });
});

describe("a player", () => {
  it("never shows a place that is not on the line, whatever is opened from where", () => {
    const player = new Player(tinyEpisode, { ticker: new HandTicker(), chapter: 1 });
    const beyond: string[] = [];
    player.store.subscribe((state) => {
      const last = lineOf(state).length - 1;
      if (state.playhead > last) beyond.push(`${state.playhead} of ${last}`);
    });
    player.seek(Number.POSITIVE_INFINITY);
    player.openChapter(2);
    for (let count = 0; count < 12; count++) doByHand(player, push(`H${count}`));
    player.backToEpisode();
    for (let count = 0; count < 12; count++) doByHand(player, push(`H${count}`));
    player.openChapter(1);
    expect(beyond).toEqual([]);
  });

  it("asks a question again where it was asked, also from a run by hand", () => {
    const player = new Player(tinyEpisode, { ticker: new HandTicker(), chapter: 1, step: 2 });
    player.seek(lineOf(player.state).ends(2));
    player.reply(2, { kind: "skipped" });
    doByHand(player, push("X"));
    player.reopen(2);
    expect(player.state.hand).toBeNull();
    expect(openQuestion(player.state)?.step).toBe(2);
  });

  it("runs no ticker once it is disposed of", () => {
    const ticker = new HandTicker();
    const player = new Player(tinyEpisode, { ticker, chapter: 1 });
    player.play();
    expect(ticker.running).toBe(true);
    player.dispose();
    expect(ticker.running).toBe(false);
  });
});
