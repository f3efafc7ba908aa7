import { expect, test } from "vitest";
import {
  type Frame,
  type ShiftComparisonState,
  type System,
  shiftComparison,
} from "../../../src/engine/index.ts";
import { movesBetween } from "../../../src/engine/systems/ring/shift-comparison.ts";
import { framesOf, inputs, setupOf } from "./script.ts";

const system = shiftComparison as unknown as System;
const frames = (...lines: readonly string[]) =>
  framesOf(setupOf(system), inputs(system, ...lines)) as Frame<ShiftComparisonState>[];

test("the queue moves every item left, the ring none", () => {
  const pushes = Array.from({ length: 6 }, (_, i) => `push T${i}`);
  expect(frames(...pushes, "pop", "pop").at(-1)?.state.moves).toEqual({ ring: 0, queue: 9 });
});

test("what moves in a ring would be noticed", () => {
  expect(movesBetween(["A", "B", "C", undefined], [undefined, "B", "C", undefined])).toBe(0);
  expect(movesBetween(["A", "B", "C", undefined], ["B", "C", undefined, undefined])).toBe(2);
});

test("a pop is shown in one step for the ring and move by move for the queue", () => {
  const pop = frames("push A", "push B", "push C", "pop").filter(({ cause }) => cause.operation === "pop");
  expect(pop.map(({ cause }) => cause.mark)).toEqual([
    "call",
    "ring",
    "read",
    "move",
    "move",
    "shorten",
    "return",
  ]);
  expect(pop.map(({ state }) => state.queue.moving)).toEqual([
    null,
    null,
    null,
    { from: 1, to: 0 },
    { from: 2, to: 1 },
    null,
    null,
  ]);
  expect(pop[3]?.state.queue.items.slice(0, 3)).toEqual([
    { value: "B", index: 1 },
    null,
    { value: "C", index: 2 },
  ]);
});
