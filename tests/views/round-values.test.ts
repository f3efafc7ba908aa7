import { nice, ticks } from "d3";
import fc from "fast-check";
import { expect, test } from "vitest";
import { roundEnds, roundValues } from "../../src/views/parts/round-values.ts";

const span = fc
  .tuple(
    fc.integer({ min: -1_000_000, max: 1_000_000 }),
    fc.integer({ min: 1, max: 1_000_000 }),
    // Parts that a number holds exactly: otherwise what is round is a matter of its last digit.
    fc.constantFrom(1, 8, 1024),
  )
  .map(([low, width, parts]) => [low / parts, (low + width) / parts] as const);
const count = fc.integer({ min: 2, max: 12 });

test("round values are those that d3 would choose", () => {
  fc.assert(
    fc.property(span, count, ([low, high], count) => {
      expect(roundValues(low, high, count)).toEqual(ticks(low, high, count));
    }),
  );
});

test("a widened span has the ends that d3 would give it", () => {
  fc.assert(
    fc.property(span, count, ([low, high], count) => {
      const [from, to] = nice(low, high, count);
      const ends = roundEnds(low, high, count);
      expect(ends[0]).toBeCloseTo(from, 9);
      expect(ends[1]).toBeCloseTo(to, 9);
    }),
  );
});

test("a span without width is its own round value", () => {
  expect(roundValues(3, 3, 4)).toEqual([3]);
  expect(roundEnds(3, 3, 4)).toEqual([3, 3]);
});
