import { expect, test } from "vitest";
import { nearest, noSuch } from "../../../src/engine/comparison/nearest.ts";

test.each([
  ["pusj", "push"],
  ["psuh", "push"],
  ["Push", "push"],
  ["pp", "pop"],
  ["capcity", undefined],
  ["overwrite", undefined],
])("for %s, %s was meant", (word, meant) => {
  expect(nearest(word, ["push", "pop", "peek"])).toBe(meant);
});

test("of two that are equally near, the first was meant", () => {
  expect(nearest("pap", ["pop", "pip"])).toBe("pop");
});

test("what is allowed is named, whether or not something was near", () => {
  expect(noSuch("view", "rng", "the views are", ["ring", "tape"])).toBe(
    "there is no view “rng”; did you mean “ring”? The views are ring, tape",
  );
  expect(noSuch("view", "chart", "the views are", ["ring", "tape"])).toBe(
    "there is no view “chart”; the views are ring, tape",
  );
  expect(noSuch("view", "chart", "the views are", [])).toBe("there is no view “chart”; the views are none");
});
