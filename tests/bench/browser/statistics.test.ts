import { expect, test } from "vitest";
import { median, percentile } from "./statistics.ts";

test("a percentile is a value that was measured, and the order of measuring does not matter", () => {
  expect(median([5, 1, 3])).toBe(3);
  expect(percentile([4, 3, 2, 1], 0.5)).toBe(2);
  expect(percentile([10, 30, 20], 0.95)).toBe(30);
  expect(percentile([7], 0)).toBe(7);
});

test("there is none of nothing", () => {
  expect(() => median([])).toThrow(RangeError);
});
