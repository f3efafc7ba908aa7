import fc from "fast-check";
import { expect, it } from "vitest";
import { bendOutline } from "../../src/stage/bend.ts";
import type { Mark } from "../../src/stage/mark.ts";
import { sample } from "../../src/stage/sample.ts";

const at = (n: Mark["n"]): Mark => ({ key: "item:1", kind: "pill", n, style: "item" });
const places = fc.record({
  x: fc.integer({ min: 0, max: 100 }),
  before: fc.integer({ min: 0, max: 60 }),
  wide: fc.integer({ min: 1, max: 200 }),
  after: fc.integer({ min: 0, max: 60 }),
  high: fc.integer({ min: 0, max: 300 }),
  low: fc.integer({ min: 0, max: 300 }),
});

/** The point of a cubic curve at a share of its way, from the outline that is drawn. */
function onOutline(outline: string, share: number): { readonly x: number; readonly y: number } {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0] = (
    outline.match(/-?[\d.]+/g) ?? []
  ).map(Number);
  const left = 1 - share;
  const cubic = (a: number, b: number, c: number, d: number): number =>
    left ** 3 * a + 3 * left ** 2 * share * b + 3 * left * share ** 2 * c + share ** 3 * d;
  return { x: cubic(x0, x1, x2, x3), y: cubic(y0, y1, y2, y3) };
}

it("keeps a mark on the track that is drawn, and level before and behind it", () => {
  fc.assert(
    fc.property(
      places,
      fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      ({ x, before, wide, after, high, low }, t) => {
        const [b0, b1] = [x + before, x + before + wide];
        const from = [at({ x, y: high })];
        const to = [at({ x: b1 + after, y: low, b0, b1 })];
        const [mark] = sample(from, to, t);
        const { x: now = 0, y = 0 } = mark?.n ?? {};
        if (now <= b0) expect(y).toBeCloseTo(high);
        else if (now >= b1) expect(y).toBeCloseTo(low);
        else {
          const track = onOutline(bendOutline({ x: b0, y: high }, { x: b1, y: low }), (now - b0) / wide);
          expect(now).toBeCloseTo(track.x, 1);
          expect(Math.abs(y - track.y)).toBeLessThan(0.05);
        }
      },
    ),
  );
});

it("moves a mark straight when its way does not lead through the bend", () => {
  const from = [at({ x: 50, y: 0 })];
  const to = [at({ x: 100, y: 40, b0: 10, b1: 30 })];
  const [mark] = sample(from, to, 0.5);
  expect(mark?.n).toMatchObject({ x: 75, y: 20 });
});
