import { expect, test } from "vitest";
import { headOfLine, type System } from "../../../../src/engine/index.ts";
import { counter, run, Scenario, set, stage } from "./scenario.ts";

const system = headOfLine as unknown as System;

test("one slow item holds up more than a hundred quick ones; a lane of its own frees them", () => {
  const scenario = new Scenario(system);
  const healthy = scenario.do(run(2_000));
  expect(healthy.symptom).toMatchObject({ bad: false, value: 4 });

  const held = scenario.do(set("fault", "on"), run(1_900));
  expect(held.symptom.bad).toBe(true);
  expect(counter(held, "held")).toBeGreaterThan(100);

  const after = scenario.do(run(6_100));
  expect(counter(after, "p99")).toBeGreaterThan(1_500);

  const healed = scenario.do(set("remedy", "on"), run(8_000));
  expect(healed.symptom.bad).toBe(false);
  expect(healed.symptom.value).toBeLessThan(50);
  expect(stage(healed, "slowLane").workers[0]?.item?.kind ?? "slow").toBe("slow");
  expect(healed.fault.active).toBe(true);
});

test("there was room for all the work: the worker was not busy all the time", () => {
  const scenario = new Scenario(system);
  scenario.do(run(2_000), set("fault", "on"), run(16_000));
  expect(scenario.since(10_000).some((state) => stage(state, "lane").depth === 0)).toBe(true);
});

test("quick items keep their order in their lane", () => {
  const scenario = new Scenario(system);
  scenario.do(set("fault", "on"), run(6_000), set("remedy", "on"), run(3_000));
  const quick = scenario.frames.filter(
    ({ cause }) => cause.mark === "take" && String(cause.detail.item).startsWith("q"),
  );
  const ids = quick.map(({ cause }) => Number(String(cause.detail.item).slice(1)));
  expect(ids.length).toBeGreaterThan(200);
  expect(ids).toEqual([...ids].sort((a, b) => a - b));
});

test("a slow item by hand waits its turn like any other", () => {
  const scenario = new Scenario(system);
  scenario.do(run(500), { operation: "slow", values: {} });
  expect(scenario.do(run(1_000)).stages[1]?.words).toMatch(/wait behind one slow item$/);
});
