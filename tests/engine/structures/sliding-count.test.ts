import fc from "fast-check";
import { expect, test } from "vitest";
import { SlidingCount } from "../../../src/engine/index.ts";

test("counts what lies in the open part and the parts before it that fill the span", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 40 })),
      fc.integer({ min: 1, max: 8 }),
      (pauses, parts) => {
        const window = new SlidingCount(parts * 10, parts);
        const seen: number[] = [];
        let now = 0;
        for (const pause of pauses) {
          now += pause;
          window.add(now);
          seen.push(now);
          const open = Math.floor(now / 10);
          expect(window.count).toBe(seen.filter((time) => Math.floor(time / 10) > open - parts).length);
        }
        window.slideTo(now + parts * 10);
        expect(window.count).toBe(0);
      },
    ),
  );
});

test("tells the rate of an even stream, from the first on", () => {
  const window = new SlidingCount(1_000);
  for (let now = 10; now <= 5_000; now += 10) {
    window.add(now);
    expect(Math.abs(window.rate(now) - 100)).toBeLessThan(15);
  }
  expect(window.rate(5_000)).toBeGreaterThan(95);
  expect(window.rate(5_000)).toBeLessThan(105);
  expect(window.rate(5_500)).toBeLessThan(60);
  expect(window.rate(9_000)).toBe(0);
});

test("refuses a span or parts that make no window", () => {
  for (const span of [0, Number.NaN]) expect(() => new SlidingCount(span)).toThrow(RangeError);
  for (const parts of [0, 1.5]) expect(() => new SlidingCount(10, parts)).toThrow(RangeError);
});
