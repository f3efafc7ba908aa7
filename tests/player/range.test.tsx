import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Player } from "../../src/player/store/player.ts";
import { shownStep } from "../../src/player/store/player-state.ts";
import { keepTo } from "../../src/player/store/range.ts";
import { HandTicker } from "./hand-ticker.ts";
import { tinyEpisode } from "./tiny-episode.ts";

function ranged(loop = false) {
  const ticker = new HandTicker();
  const player = new Player(tinyEpisode, { ticker, chapter: 1 });
  player.reply(2, { kind: "skipped" });
  const { track } = player.state;
  const range = { chapter: 1, from: track.opens(1), to: track.ends(2), loop };
  keepTo(player, range);
  return { player, ticker, ...range };
}

describe("a part of a chapter", () => {
  it("is where the playhead stands, wherever it is sent", () => {
    const { player, from, to } = ranged();
    expect(player.state.playhead).toBe(from);
    player.seek(0);
    expect(player.state.playhead).toBe(from);
    player.seek(1e6);
    expect(player.state.playhead).toBe(to);
    player.scrub(1e9);
    expect(player.state.playhead).toBe(to);
    player.seekStep(0);
    expect(player.state.playhead).toBe(from);
  });

  it("is played to its end, and from its start when play is pressed again", () => {
    const { player, ticker, from, to } = ranged();
    player.play();
    ticker.pass(120_000);
    expect(player.state).toMatchObject({ playhead: to, playing: false, chapter: 1 });
    player.play();
    expect(player.state).toMatchObject({ playhead: from, playing: true });
  });

  it("is played backwards to its start", () => {
    const { player, ticker, from, to } = ranged();
    player.seek(to);
    player.play(-1);
    ticker.pass(120_000);
    expect(player.state).toMatchObject({ playhead: from, playing: false });
  });

  it("goes round when it is to, and never leaves itself", () => {
    const { player, ticker, from, to } = ranged(true);
    let [rounds, before] = [0, from];
    player.store.subscribe(({ playhead }) => {
      expect(playhead).toBeGreaterThanOrEqual(from);
      expect(playhead).toBeLessThanOrEqual(to);
      if (playhead < before) rounds += 1;
      before = playhead;
    });
    player.play();
    ticker.pass(90_000);
    expect(player.state.playing).toBe(true);
    expect(rounds).toBeGreaterThan(1);
    player.pause();
    expect(ticker.running).toBe(false);
  });

  it("does not hold other chapters, nor a player that is told to keep to none", () => {
    const { player } = ranged();
    player.openChapter(2);
    expect(player.state).toMatchObject({ chapter: 2, playhead: 0 });
    player.openChapter(1, 0);
    keepTo(player, undefined);
    player.seek(0);
    expect(shownStep(player.state)).toBe(0);
    expect(player.state.range).toBeUndefined();
  });

  it("holds whatever is pressed", () => {
    const press = fc.tuple(fc.constantFrom("step", "operation", "move"), fc.constantFrom(1, -1));
    fc.assert(
      fc.property(fc.array(press, { maxLength: 30 }), (presses) => {
        const { player, ticker, from, to } = ranged();
        for (const [grain, direction] of presses) {
          player.press(grain as "step", direction as 1);
          ticker.pass(64);
          expect(player.state.playhead).toBeGreaterThanOrEqual(from);
          expect(player.state.playhead).toBeLessThanOrEqual(to);
        }
      }),
    );
  });
});
