import { expect, test } from "vitest";
import { registry, type System } from "../../src/engine/index.ts";
import { listedStructures } from "../../src/scenario/index.ts";

const ring = registry.get("ring-buffer") as System;

test("the classes of the operations are listed, each once, and those that the system names besides", () => {
  expect(listedStructures(ring)).toEqual(["RingBuffer"]);
  expect(listedStructures({ ...ring, structures: ["Condition", "RingBuffer"] })).toEqual([
    "RingBuffer",
    "Condition",
  ]);
});

test("with parameters, only what they have on show", () => {
  const system = {
    ...ring,
    structures: ["Right", "Wrong"],
    structuresFor: ({ capacity }: { readonly [name: string]: unknown }) => [
      capacity === 1 ? "Wrong" : "Right",
    ],
  };
  expect(listedStructures(system, { capacity: 1 })).toEqual(["Wrong"]);
  expect(listedStructures(system)).toEqual(["RingBuffer", "Right", "Wrong"]);
});
