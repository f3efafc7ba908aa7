import { expect, test } from "vitest";
import { stepAreaMark, stepMark } from "../../src/views/parts/steps.ts";

const STEPS = [
  { from: 0, to: 10, y: 5 },
  { from: 10, to: 20, y: 5 },
  { from: 20, to: 30, y: 8 },
];
const APART = [...STEPS, { from: 40, to: 50, y: 1.23456 }];

test("steps that touch are one line, and those of equal height one piece of it", () => {
  expect(stepMark("a", STEPS, "s").path).toBe("M0,5L20,5L20,8L30,8");
});

test("a gap stays a gap", () => {
  expect(stepMark("a", APART, "s").path).toBe("M0,5L20,5L20,8L30,8M40,1.23L50,1.23");
});

test("the area under each piece goes down to the floor and back", () => {
  expect(stepAreaMark("a", APART, 9, "s").path).toBe(
    "M0,5L20,5L20,8L30,8L30,9L0,9ZM40,1.23L50,1.23L50,9L40,9Z",
  );
});

test("no steps are no line", () => {
  expect(stepMark("a", [], "s").path).toBe("");
  expect(stepAreaMark("a", [], 9, "s").path).toBe("");
});
