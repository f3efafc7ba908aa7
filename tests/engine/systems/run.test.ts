import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  DomainError,
  defineSystem,
  Run,
  registry,
  type System,
  traceHash,
} from "../../../src/engine/index.ts";
import { anyInputs, framesOf, inputs, setupOf } from "./script.ts";

describe.each([...registry.values()].map((system) => ({ id: system.id, system })))("$id", ({ system }) => {
  test("the same inputs and seed give the same run", () => {
    fc.assert(
      fc.property(anyInputs(system, 15), fc.integer(), (all, seed) => {
        const setup = setupOf(system, { capacity: 5 }, seed);
        expect(traceHash(setup, all)).toBe(traceHash(setup, all));
      }),
      { numRuns: 15 },
    );
  });
});

test("a run has the same fingerprint today, tomorrow and on every machine", () => {
  const scripts: readonly (readonly [string, ...string[]])[] = [
    ["ring-buffer", "push A", "push B", "pop", "peek", "clear", "push undefined"],
    ["overwriting-ring-buffer", "push A", "push B", "push C", "recent 2", "window 0 4"],
    ["shift-comparison", "push A", "push B", "pop"],
    ["metrics-window", "tick 400", "average 60", "max 300"],
    ["audio-window", "record 700", "volume 20", "record 100", "peak 480"],
    ["position-history", "tick 90", "shoot 150", "shoot 2000"],
    ["crash-log", "log 20", "crash"],
  ];
  const hashes = scripts.map(([id, ...lines]) => {
    const system = registry.get(id) as System;
    return `${id} ${traceHash(setupOf(system), inputs(system, ...lines))}`;
  });
  expect(hashes).toMatchInlineSnapshot(`
    [
      "ring-buffer 0db394ac50243de2",
      "overwriting-ring-buffer b94c61da3ec64718",
      "shift-comparison cf738af64d7c7bb0",
      "metrics-window f6506661031e532b",
      "audio-window 815070ef6a686ee9",
      "position-history 519187d09179d81a",
      "crash-log 52eca6d6af58f43c",
    ]
  `);
});

test("one more mark, another value or another seed is another run", () => {
  const system = registry.get("crash-log") as System;
  const hash = (seed: number, ...lines: readonly string[]) =>
    traceHash(setupOf(system, {}, seed), inputs(system, ...lines));
  expect(
    new Set([hash(1, "log 2"), hash(1, "log 3"), hash(2, "log 2"), hash(1, "log 2", "crash")]).size,
  ).toBe(4);
});

describe("what an operation throws", () => {
  const throws = (error: unknown) =>
    defineSystem({
      id: "throws",
      title: "Throws",
      summary: "Throws.",
      parameters: {},
      operations: {
        go: {
          help: "Throw.",
          arguments: {},
          run: () => {
            throw error;
          },
        },
      },
      invariants: [],
      create: () => ({}),
      snapshot: () => ({}),
    }) as unknown as System;

  test.each([new RangeError("too far"), new DomainError("the queue is full")])("is recorded: %s", (error) => {
    const system = throws(error);
    const last = framesOf(setupOf(system), inputs(system, "go")).at(-1);
    expect(last?.cause).toMatchObject({
      mark: "throw",
      detail: { error: `${error.name}: ${error.message}` },
    });
  });

  test.each([new TypeError("x is undefined"), new Error("a bug")])(
    "is thrown on when it is a fault: %s",
    (error) => {
      const system = throws(error);
      expect(() => framesOf(setupOf(system), inputs(system, "go"))).toThrow(error);
    },
  );

  test("an unknown operation is named", () => {
    const system = registry.get("ring-buffer") as System;
    const run = new Run(setupOf(system), () => {});
    expect(() => run.do({ operation: "shuffle", values: {} })).toThrow(
      "ring-buffer has no operation “shuffle”",
    );
  });
});
