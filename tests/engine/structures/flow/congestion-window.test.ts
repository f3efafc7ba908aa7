import { expect, test } from "vitest";
import { CongestionWindow } from "../../../../src/engine/structures/flow/congestion-window.ts";

test("grows by one for each acknowledgement, and after a loss by one a round trip", () => {
  const window = new CongestionWindow();
  for (let number = 0; number < 14; number++) window.acknowledged(number);
  expect(window.size).toBe(16);
  window.lost(14, 20);
  expect(window.size).toBe(8);
  for (let number = 21; number < 29; number++) window.acknowledged(number);
  expect(window.size).toBeGreaterThan(8.9);
  expect(window.size).toBeLessThan(9.1);
});

test("halves once for all losses of one window", () => {
  const window = new CongestionWindow();
  for (let number = 0; number < 14; number++) window.acknowledged(number);
  for (const number of [14, 15, 20]) window.lost(number, 20);
  expect(window.size).toBe(8);
  window.lost(21, 30);
  expect(window.size).toBe(4);
});
