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
