import { expect, test } from "vitest";
import { bufferBloat, type System } from "../../../../src/engine/index.ts";
import { counter, run, Scenario, set, stage } from "./scenario.ts";

const system = bufferBloat as unknown as System;

test("a huge buffer makes everything late and loses nothing; CoDel makes it quick again with the link still busy", () => {
  const scenario = new Scenario(system);
  const healthy = scenario.do(run(3_000));
  expect(healthy.symptom).toMatchObject({ bad: false, value: 120 });

  const failing = scenario.do(set("fault", "on"), run(5_000));
  expect(failing.symptom.bad).toBe(true);
  expect(failing.symptom.value).toBeGreaterThan(2_000);
  expect(failing.account).toMatchObject({ dropped: 0, refused: 0 });

  const healed = scenario.do(set("remedy", "on"), run(7_000));
  expect(healed.symptom.bad).toBe(false);
  expect(healed.symptom.value).toBeLessThan(300);
  expect(healed.account.dropped).toBeGreaterThan(0);
  expect(counter(healed, "rate")).toBeGreaterThanOrEqual(45);
  expect(healed.fault.active).toBe(true);
});

test("without the remedy it does not heal by itself", () => {
  const state = new Scenario(system).do(run(3_000), set("fault", "on"), run(12_000));
  expect(state.symptom.bad).toBe(true);
});

test("a small buffer keeps the round trip short as well, at the price of packets that find no room", () => {
  const scenario = new Scenario(system, { capacity: 8 });
  const state = scenario.do(run(3_000), set("fault", "on"), run(10_000));
  expect(state.symptom.bad).toBe(false);
  // 100 ms on the way, and at most nine packets of 20 ms.
  expect(state.symptom.value).toBeLessThanOrEqual(100 + 9 * 20);
  expect(state.account.refused).toBeGreaterThan(0);
  expect(counter(state, "rate")).toBeGreaterThanOrEqual(45);
});

test("a download that loses all it has under way begins again", () => {
  const scenario = new Scenario(system, { capacity: 1 });
  scenario.do(set("fault", "on"), run(20_000));
  const later = scenario.since(15_000);
  const received = later.filter(({ leaving }) => leaving?.how === "done" && leaving.item.kind === "download");
  expect(received.length).toBeGreaterThan(0);
});

test("a burst beyond the room is turned away, packet by packet", () => {
  const state = new Scenario(system, { capacity: 10 }).do({ operation: "burst", values: { packets: 25 } });
  expect(stage(state, "buffer").depth).toBe(10);
  expect(state.account).toMatchObject({ arrived: 25, queued: 10, refused: 15 });
});
