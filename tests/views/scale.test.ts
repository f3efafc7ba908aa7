import fc from "fast-check";
import { expect, test } from "vitest";
import { linearScale, logScale } from "../../src/views/parts/scale.ts";

test("the ends of the domain stand at the ends of the range, and halves at halves", () => {
  const real = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(real, real, real, real, (low, high, from, to) => {
      fc.pre(Math.abs(high - low) > 1e-3);
      const scale = linearScale([low, high], [from, to]);
      expect(scale(low)).toBeCloseTo(from, 3);
      expect(scale(high)).toBeCloseTo(to, 3);
      expect(scale((low + high) / 2)).toBeCloseTo((from + to) / 2, 3);
    }),
  );
});

test("a rounded domain holds the given one, and its ends are ticks", () => {
  const scale = linearScale([0, 97], [0, 100], 4);
  expect(scale.domain).toEqual([0, 100]);
  expect(scale.ticks(4)).toEqual([0, 20, 40, 60, 80, 100]);
});

test("a domain of one value has a place", () => {
  expect(linearScale([3, 3], [0, 100])(3)).toBe(0);
});

test("each tenfold takes the same room", () => {
  const scale = logScale([1, 1000], [300, 0]);
  expect([1, 10, 100, 1000].map((value) => Math.round(scale(value)))).toEqual([300, 200, 100, 0]);
});
