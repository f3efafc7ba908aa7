import { expect, test } from "vitest";
import { cascadingSlowdown, type System } from "../../../../src/engine/index.ts";
import { run, Scenario, set, stage } from "./scenario.ts";

const system = cascadingSlowdown as unknown as System;

test("a slow last stage stops the first; a breaker lets the others answer at once, and closes when the cause is gone", () => {
  const scenario = new Scenario(system);
  const healthy = scenario.do(run(2_000));
  expect(healthy.symptom).toMatchObject({ bad: false, value: 100 });

  const failing = scenario.do(set("fault", "on"), run(4_000));
  expect(failing.symptom).toMatchObject({ bad: true, value: 0 });
  for (const id of ["orders", "database"]) expect(stage(failing, id).depth).toBe(8);
  expect(failing.account.refused).toBeGreaterThan(20);
  expect(failing.account.late).toBeGreaterThan(10);
  expect(
    scenario
      .since(3_000)
      .some(({ stages }) =>
        stages.some(
          ({ workers }) => workers.length > 0 && workers.every(({ activity }) => activity === "blocked"),
        ),
      ),
  ).toBe(true);

  const answering = scenario.do(set("remedy", "on"), run(4_000));
  expect(answering.symptom).toMatchObject({ bad: false, value: 100 });
  expect(answering.remedy.acting).toBe(true);
  expect(answering.account.fallback).toBeGreaterThan(50);
  expect(stage(answering, "front").rateOut).toBeGreaterThanOrEqual(24);

  const healed = scenario.do(set("fault", "off"), run(4_000));
  expect(healed.symptom.bad).toBe(false);
  expect(healed.remedy).toMatchObject({ acting: false, gate: "passes" });
  expect(healed.account.done).toBeGreaterThan(answering.account.done + 50);
});

test("queues fill from the back to the front", () => {
  const scenario = new Scenario(system);
  scenario.do(run(2_000), set("fault", "on"), run(4_000));
  const fullAt = (id: string) =>
    scenario.frames.find(({ state }) => stage(state, id).depth === 8)?.time ?? Number.NaN;
  expect(fullAt("database")).toBeLessThan(fullAt("orders"));
  expect(fullAt("orders")).toBeLessThan(fullAt("front"));
});

test("while the database is slow, one request at a time tries it, and only after the cool-down", () => {
  const scenario = new Scenario(system);
  scenario.do(run(2_000), set("fault", "on"), run(4_000), set("remedy", "on"), run(8_000));
  const gates = scenario.since(8_000).map(({ remedy, time }) => ({ gate: remedy.gate, time }));
  expect(new Set(gates.map(({ gate }) => gate))).toEqual(new Set(["blocks", "tries"]));
  const tries = gates.filter(({ gate }, i) => gate === "tries" && gates[i - 1]?.gate === "blocks");
  tries.slice(1).forEach(({ time }, i) => {
    expect(time - (tries[i]?.time ?? 0)).toBeGreaterThanOrEqual(1_000);
  });
});
