import fc from "fast-check";
import { expect, it } from "vitest";
import { scrollFor } from "../../src/player/panels/rows-in-sight.ts";

const rows = { height: 200, first: 8, row: 20 };
const at = (row: number, scroll: number) =>
  scrollFor({ ...rows, scroll, from: 8 + row * 20, until: 8 + (row + 1) * 20 });

it("stays where it is when the row is in sight", () => {
  expect(at(4, 0)).toBe(0);
  expect(at(20, 308)).toBe(308);
});

it("scrolls no further than the row needs, with two more round it", () => {
  expect(at(20, 0)).toBe(8 + 13 * 20);
  expect(at(20, 800)).toBe(8 + 18 * 20);
});

it("brings any row in sight whole, and cuts none at the top", () => {
  const measures = fc.record({
    row: fc.double({ min: 10, max: 40, noNaN: true }),
    first: fc.double({ min: 0, max: 60, noNaN: true }),
    seen: fc.double({ min: 8, max: 40, noNaN: true }),
    place: fc.nat(200),
    scroll: fc.double({ min: 0, max: 9_000, noNaN: true }),
  });
  fc.assert(
    fc.property(measures, ({ row, first, seen, place, scroll }) => {
      const [from, height] = [first + place * row, seen * row];
      const to = scrollFor({ scroll, height, first, row, from, until: from + row });
      expect(to).toBeLessThanOrEqual(from + 1e-6);
      expect(to + height).toBeGreaterThanOrEqual(from + row - first - 1e-6);
      const above = (to - first) / row;
      if (to > 0) expect(Math.abs(above - Math.round(above))).toBeLessThan(1e-6);
    }),
  );
});
