import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Frame,
  type Input,
  type LanesState,
  type Plain,
  Recording,
  type System,
  threadRace,
} from "../../../src/engine/index.ts";
import { clocked } from "../../scenario/clocked.ts";
import { anyInputs, framesOf, setupOf } from "./script.ts";

const system = clocked as unknown as System;
const race = threadRace as unknown as System;
const run = (values: { readonly [name: string]: Plain }): Input => ({ operation: "run", values });
const pick = (thread: string): Input => ({ operation: "pick", values: { thread } });
const set = (parameter: string, value: Plain): Input => ({ operation: "set", values: { parameter, value } });
const until = (path: readonly string[], value: Plain): Input =>
  run({ until: { left: { kind: "path", path }, sign: "=", right: { kind: "value", value } } });
const told = ({ time, cause: { mark, process } }: Frame) => [time, mark, process];

describe("run", () => {
  test("makes each of the kernel's steps a frame; where the clock moves, nobody does", () => {
    const frames = framesOf(setupOf(system), [run({ steps: 6 })]);
    expect(frames.slice(1).map(told)).toEqual([
      [0, "move", "A"],
      [0, "move", "B"],
      [2, "time", null],
      [2, "move", "A"],
      [3, "time", null],
      [3, "move", "B"],
    ]);
  });

  test("for a while ends at that very time, though nothing happens then", () => {
    const frames = framesOf(setupOf(system), [run({ for: 7 }), run({ for: 0.5 })]);
    expect(frames.filter(({ cause }) => cause.input === 0).at(-1)?.time).toBe(7);
    expect(frames.at(-1)?.time).toBe(7.5);
    expect(frames.at(-1)?.cause).toMatchObject({ mark: "time", process: null });
  });

  test("until something holds ends with the first frame in which it does", () => {
    const frames = framesOf(setupOf(system), [until(["threads", "B", "count"], 2)]);
    const counts = frames.map(({ state }) => (state as { threads: { count: number }[] }).threads[1]?.count);
    expect(counts.at(-1)).toBe(2);
    expect(counts.slice(0, -1)).not.toContain(2);
  });

  test("until something that never holds says why it stopped", () => {
    const frames = framesOf(setupOf(race), [until(["account", "consumed"], 9)]);
    expect(frames.at(-1)?.cause).toMatchObject({
      mark: "throw",
      detail: {
        error: "DomainError: it never comes true: everyone is waiting on notEmpty: C0, C1",
      },
    });
  });

  test("stops where nobody can move any more", () => {
    const frames = framesOf(setupOf(race), [run({ steps: 10_000 })]);
    expect(frames.length).toBeLessThan(100);
    expect(frames.at(-1)?.state).toMatchObject({
      asleep: "everyone is waiting on notEmpty: C0, C1",
    } satisfies Partial<LanesState>);
  });

  test("tells the first thing that was done in a step, and what a thread threw", () => {
    const steal = "C0 C0 C0 P0 P0 P0 P0 P0 C1 C1 C1 C1 C1 C0 C0 C0".split(" ").map(pick);
    const frames = framesOf(setupOf(race, { code: "if-not-while" }), steal);
    const marks = frames.filter(({ cause }) => cause.process === "C0").map(({ cause }) => cause.mark);
    expect(marks).toEqual(["lock", "find-empty", "wait", "lock", "go-on", "nothing-there"]);
    expect(frames.at(-1)?.cause.detail.error).toBe(
      "process “C0” failed: an item was taken from an empty queue",
    );
  });
});

describe("pick", () => {
  test("moves the thread that is named", () => {
    expect(
      framesOf(setupOf(race), [pick("C1"), pick("P0")])
        .slice(1)
        .map(told),
    ).toEqual([
      [0, "lock", "C1"],
      [0, "locked-out", "P0"],
    ]);
  });

  test("of a thread that cannot move says who can", () => {
    const last = framesOf(setupOf(race), [pick("C1"), pick("P0"), pick("P0")]).at(-1);
    expect(last?.cause.detail.error).toBe("RangeError: “P0” cannot move now; ready: C0, C1");
  });
});

test("set changes a live parameter from there on, and is refused for any other", () => {
  const times = (...all: readonly Input[]) =>
    framesOf(setupOf(system), all)
      .filter(({ cause }) => cause.process === "B")
      .map(({ time }) => time);
  expect(times(run({ for: 9 }))).toEqual([0, 3, 6, 9]);
  expect(times(run({ for: 4 }), set("pace", 1), run({ for: 4 }))).toEqual([0, 3, 6, 7, 8]);
  expect(() => times(set("size", 2))).toThrow("clocked has no operation “set”");
});

test("the inputs that lead to a frame lead to exactly that frame", () => {
  fc.assert(
    fc.property(anyInputs(race, 12), fc.nat(), (all, place) => {
      const recording = new Recording(setupOf(race), all);
      const index = place % recording.length;
      const inputs = recording.inputsTo(index);
      const again = framesOf(setupOf(race), inputs).at(-1);
      expect(again?.index).toBe(index);
      expect(JSON.stringify(again?.state)).toBe(JSON.stringify(recording.frame(index).state));
      const cut = recording.cutAt(index);
      expect(cut.length).toBe(index + 1);
      expect(cut.inputs).toEqual(inputs);
    }),
    { numRuns: 60 },
  );
});
