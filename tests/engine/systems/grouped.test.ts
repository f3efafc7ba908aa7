import { expect, test } from "vitest";
import { grouped } from "../../../src/engine/index.ts";

test.each([
  [0, "0"],
  [999, "999"],
  [1_000, "1,000"],
  [-1_234_567, "-1,234,567"],
  [1_241.5, "1,241.5"],
  [0.123456, "0.123456"],
  [12_345.6789, "12,345.6789"],
])("%d is written %s", (value, text) => {
  expect(grouped(value)).toBe(text);
});
