import { expect, test } from "vitest";
import { consumerLag, type System } from "../../../../src/engine/index.ts";
import { counter, run, Scenario, set, stage } from "./scenario.ts";

const system = consumerLag as unknown as System;

test("a reader that is too slow loses what retention removes; two more readers catch up and nothing more is lost", () => {
  const scenario = new Scenario(system);
  const healthy = scenario.do(run(2_000));
  expect(healthy.symptom.bad).toBe(false);
  expect(healthy.symptom.value).toBeLessThan(5);

  const behind = scenario.do(set("fault", "on"), run(4_000));
  expect(behind.symptom.bad).toBe(true);
  expect(behind.account.lost).toBe(0);

  const losing = scenario.do(run(5_000));
  expect(losing.symptom.value).toBeGreaterThan(170);
  expect(losing.account.lost).toBeGreaterThan(50);

  const healed = scenario.do(set("remedy", "on"), run(6_000));
  expect(healed.symptom.bad).toBe(false);
  expect(healed.symptom.value).toBeLessThan(5);
  const settled = scenario.since(12_000).map(({ account }) => account.lost);
  expect(new Set(settled).size).toBe(1);
  expect(healed.fault.active).toBe(true);
});

test("lag never heals by itself", () => {
  const scenario = new Scenario(system);
  scenario.do(set("fault", "on"), run(15_000));
  const lags = scenario.since(1_000).map((state) => counter(state, "lag"));
  expect(Math.min(...lags.slice(lags.length / 2))).toBeGreaterThan(
    Math.max(...lags.slice(0, lags.length / 4)),
  );
});

test("with the remedy each partition has a consumer of its own; without it one reads them in turn", () => {
  const scenario = new Scenario(system);
  const readers = (state = scenario.state) =>
    [0, 1, 2].map((i) => stage(state, `partition${i}`).workers.map(({ name }) => name));
  scenario.do(run(500));
  expect(readers()).toEqual([["consumer-0"], ["consumer-0"], ["consumer-0"]]);
  scenario.do(set("remedy", "on"), run(500));
  expect(readers()).toEqual([["consumer-0"], ["consumer-1"], ["consumer-2"]]);
  scenario.do(set("remedy", "off"), run(500));
  expect(readers()).toEqual([["consumer-0"], ["consumer-0"], ["consumer-0"]]);
});

test("each partition is read in the order in which it was written", () => {
  const scenario = new Scenario(system);
  scenario.do(run(1_000), set("fault", "on"), run(8_000), set("remedy", "on"), run(3_000));
  const last = new Map<number, number>();
  for (const { cause } of scenario.frames) {
    if (cause.mark !== "read") continue;
    const id = Number(String(cause.detail.item).slice(1));
    expect(id).toBeGreaterThan(last.get(id % 3) ?? -1);
    last.set(id % 3, id);
  }
});
