import { expect, test } from "vitest";
import { clockDrift, type System } from "../../../../src/engine/index.ts";
import { counter, run, Scenario, set, stage } from "./scenario.ts";

const system = clockDrift as unknown as System;

test.each([
  { drift: 30_000, sign: "fast: the buffer overflows again and again", lost: true },
  { drift: -30_000, sign: "slow: it runs dry again and again", lost: false },
])("a sender’s clock that is $sign; a player that follows it keeps its band", ({ drift, lost }) => {
  const scenario = new Scenario(system, { drift });
  expect(scenario.do(run(2_000)).symptom).toMatchObject({ bad: false, value: 0 });

  const failing = scenario.do(set("fault", "on"), run(8_000));
  expect(failing.symptom.bad).toBe(true);
  expect(failing.symptom.value).toBeGreaterThanOrEqual(3);
  expect(counter(failing, lost ? "lost" : "repeated")).toBeGreaterThanOrEqual(4);
  expect(counter(failing, lost ? "repeated" : "lost")).toBe(0);
  expect(Math.abs(counter(failing, "drift") - drift)).toBeLessThan(3_000);

  const healed = scenario.do(set("remedy", "on"), run(8_000));
  expect(healed.symptom).toMatchObject({ bad: false, value: 0 });
  for (const state of scenario.since(14_000)) {
    expect(stage(state, "buffer").depth).toBeGreaterThanOrEqual(3);
    expect(stage(state, "buffer").depth).toBeLessThanOrEqual(9);
  }
  expect(healed.fault.active).toBe(true);
});

test("like clocks need no remedy, and it does no harm", () => {
  const scenario = new Scenario(system);
  scenario.do(set("remedy", "on"), run(10_000));
  expect(scenario.state.account.lost).toBe(0);
  expect(counter(scenario.state, "repeated")).toBe(0);
});

test("a network that holds everything back runs the buffer dry and then floods it", () => {
  const scenario = new Scenario(system);
  scenario.do(run(1_000), { operation: "hold", values: { time: 400 } }, run(1_000));
  expect(counter(scenario.state, "repeated")).toBeGreaterThan(5);
  expect(scenario.state.account.lost).toBeGreaterThan(0);
});

test("the clocks show how far they are apart", () => {
  const state = new Scenario(system).do(set("fault", "on"), run(10_000));
  const [sender, player] = [stage(state, "sender").clock, stage(state, "buffer").clock];
  expect((sender ?? 0) - (player ?? 0)).toBeCloseTo(300, 0);
});
