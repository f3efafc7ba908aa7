import { expect, it } from "vitest";
import type { BackpressureComparisonState } from "../../src/engine/index.ts";
import { doByHand } from "../../src/player/store/hand-controls.ts";
import { rerunByHand } from "../../src/player/store/hand-live.ts";
import { openLab } from "./race-lab.ts";

function lab() {
  const { player } = openLab("backpressure-comparison", { load: 150 });
  const state = () => {
    const { hand } = player.state;
    if (hand === null) throw new Error("the lab is run by hand");
    return hand.line.at(hand.line.length - 1).frame.state as BackpressureComparisonState;
  };
  doByHand(player, { operation: "run", values: { for: 800 } });
  return { player, state };
}

it("shows the same stretch of time under another load, in all five lanes", () => {
  const { player, state } = lab();
  const before = state();
  rerunByHand(player, "load", 300);
  const after = state();
  expect([after.time, after.load]).toEqual([before.time, 300]);
  expect(after.arrived).toBeGreaterThan(before.arrived * 1.5);
  expect(new Set(Object.values(after.lanes).map(({ arrived }) => arrived))).toEqual(new Set([after.arrived]));
  rerunByHand(player, "load", 150);
  expect(JSON.stringify(state())).toBe(JSON.stringify(before));
});

it("changes it from here on where more was done than run", () => {
  const { player, state } = lab();
  doByHand(player, { operation: "burst", values: { jobs: 5 } });
  const before = state().arrived;
  rerunByHand(player, "load", 300);
  expect([state().arrived, state().load]).toEqual([before, 300]);
});
