import { describe, expect, it } from "vitest";
import { runByHand } from "../../src/player/store/hand-schedule.ts";
import { openLab } from "./race-lab.ts";

function run(id: string, parameters = {}, reducedMotion = false) {
  const { player, ticker } = openLab(id, parameters);
  player.setReducedMotion(reducedMotion);
  runByHand(player);
  const frame = () => player.state.hand?.line.at(Math.floor(player.state.playhead));
  const steps = () => Math.floor(player.state.playhead);
  return { player, ticker, steps, time: () => frame()?.frame.time ?? 0 };
}

describe("the pace of a run by hand", () => {
  it.each([false, true])("lets the first steps be followed (reduced motion: %s)", (reduced) => {
    const { ticker, steps } = run("producer-consumer", {}, reduced);
    ticker.pass(608);
    expect(steps()).toBeGreaterThanOrEqual(2);
    expect(steps()).toBeLessThanOrEqual(4);
  });

  it("shows 10 s of virtual time in well under half a minute, and no faster than they pass", () => {
    const { ticker, time } = run("backpressure-comparison");
    ticker.pass(20_000);
    expect(time()).toBeGreaterThan(10_000);
    expect(time()).toBeLessThanOrEqual(20_000);
  });

  it("makes many steps for one picture where none of them takes time", () => {
    const { ticker, steps } = run("producer-consumer", { producers: 100, consumers: 100 });
    ticker.pass(3_000);
    const before = steps();
    ticker.pass(16);
    expect(steps() - before).toBeGreaterThan(5);
  });

  it("goes at the speed that was chosen", () => {
    const slow = run("backpressure-comparison");
    slow.player.setSpeed(0.25);
    slow.ticker.pass(8_000);
    const usual = run("backpressure-comparison");
    usual.ticker.pass(8_000);
    expect(slow.steps()).toBeLessThan(usual.steps() / 4);
    expect(slow.steps()).toBeGreaterThan(4);
  });

  it("can be paused, stepped, and gone on with, exactly", () => {
    const { player, ticker, steps } = run("backpressure-comparison");
    ticker.pass(6_000);
    player.pause();
    const at = steps();
    ticker.pass(1_000);
    expect(steps()).toBe(at);
    player.press("move", -1);
    ticker.pass(1_000);
    expect(player.state.playhead).toBe(at - 1);
    expect(player.state.hand?.recording.inputs).toHaveLength(1);
  });
});
