import { describe, expect, test } from "vitest";
import {
  bufferBloat,
  cascadingSlowdown,
  clockDrift,
  consumerLag,
  defaultsOf,
  type FailureState,
  type Frame,
  headOfLine,
  type System,
} from "../../../../src/engine/index.ts";
import { run, Scenario, set } from "./scenario.ts";

const systems = [bufferBloat, cascadingSlowdown, consumerLag, headOfLine, clockDrift] as unknown as System[];

/** What went wrong for a while, then with the remedy. */
function framesOf(system: System, faulty = 2_500, remedied = 3_000): readonly Frame<FailureState>[] {
  const scenario = new Scenario(system);
  scenario.do(run(500), set("fault", "on"), run(faulty), set("remedy", "on"), run(remedied));
  return scenario.frames;
}

/** The code of each frame with a mark in which it runs, as “Structure.method”, without repeats. */
function codeAt(frames: readonly Frame<FailureState>[], mark: string): Set<string> {
  const shown = frames.flatMap(({ cause, state: { code } }) =>
    cause.mark === mark && code !== null && !code.ended ? [`${code.structure}.${code.method}`] : [],
  );
  return new Set(shown);
}

describe.each(systems.map((system) => ({ id: system.id, system })))("$id", ({ system }) => {
  test("nothing runs while only the clock moves, or before an operation has done anything", () => {
    for (const { cause, state } of framesOf(system, 800, 800)) {
      const isStill = cause.process === null || cause.mark === "call";
      if (isStill && state.code !== null) expect(state.code.ended).toBe(true);
    }
  });

  test("what an operation does is on show, until the next one begins", () => {
    const scenario = new Scenario(system);
    const [operation = ""] = Object.keys(system.operations);
    const values = defaultsOf(system.operations[operation]?.arguments ?? {});
    scenario.do(run(300), { operation, values });
    // To hold up the network runs nothing that is listed.
    expect(scenario.state.code?.ended ?? false).toBe(operation === "hold");
    scenario.do(set("fault", "on"));
    expect(scenario.state.code?.ended).toBe(true);
  });
});

test("a packet that CoDel drops is dropped by the code on show", () => {
  const frames = framesOf(bufferBloat as unknown as System);
  const dropping = frames.filter(({ cause }) => cause.mark === "drop");
  expect(dropping.length).toBeGreaterThan(0);
  for (const { state } of dropping) {
    expect(state.code).toMatchObject({ structure: "CoDel", method: "dequeue" });
    expect(state.code?.marks).toContain("drop");
  }
  expect(codeAt(frames, "transmit")).toEqual(new Set(["RingBuffer.pop", "CoDel.dequeue"]));
  expect(codeAt(frames, "receive")).toContain("CongestionWindow.lost");
});

test("whoever is stuck stands in the code that hands on, and the breaker refuses in its own", () => {
  const frames = framesOf(cascadingSlowdown as unknown as System);
  expect(codeAt(frames, "stuck")).toEqual(new Set(["HandOver.give"]));
  expect(codeAt(frames, "fall-back")).toEqual(new Set(["CircuitBreaker.admit"]));
  const opened = frames.filter(({ state: { code } }) => code?.marks.at(-1) === "open" && !code.ended);
  expect(opened.length).toBeGreaterThan(0);
  for (const { state } of opened) expect(state.remedy.gate).toBe("blocks");
});

test("a reader that was overrun skips in the code on show", () => {
  const frames = framesOf(consumerLag as unknown as System, 12_000);
  expect(codeAt(frames, "write")).toEqual(new Set(["PartitionReader.append"]));
  expect(codeAt(frames, "out-of-range")).toEqual(new Set(["PartitionReader.resetToEarliest"]));
  expect(codeAt(frames, "read")).toEqual(new Set(["PartitionReader.read"]));
});

test("a slow item joins the line of the quick ones, until it has a lane of its own", () => {
  const frames = framesOf(headOfLine as unknown as System, 2_500, 6_000);
  expect(codeAt(frames, "take")).toEqual(new Set(["RingBuffer.pop"]));
  const joined = frames.filter(
    ({ cause }) => String(cause.detail.item).startsWith("s") && cause.mark === "come-in",
  );
  const lanes = joined.map(({ state }) => [state.remedy.on, state.code?.marks.at(-1)]);
  expect(lanes).toContainEqual([false, "join-shared"]);
  expect(lanes).toContainEqual([true, "join-apart"]);
  expect(lanes).not.toContainEqual([true, "join-shared"]);
});

test("the player takes from the ring, and with the remedy follows the sender’s clock", () => {
  const frames = framesOf(clockDrift as unknown as System, 9_000);
  const played = frames.filter(({ cause }) => cause.mark === "play");
  for (const { state } of played) {
    expect(state.code?.structure).toBe(state.remedy.on ? "DriftEstimate" : "OverwritingRingBuffer");
  }
  const overflows = frames.filter(({ cause }) => cause.mark === "overflow");
  expect(overflows.length).toBeGreaterThan(0);
  for (const { state } of overflows) expect(state.code?.marks).toContain("overwrite");
});
