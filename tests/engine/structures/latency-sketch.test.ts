import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LatencySketch } from "../../../src/engine/structures/latency-sketch.ts";
import { SlidingLatencySketch } from "../../../src/engine/structures/sliding-latency-sketch.ts";

/** Latencies from a thousandth of a ms to months, evenly over the orders of magnitude. */
const latency = fc
  .tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 10 }))
  .map(([fraction, zeros]) => fraction * Number(`1e${zeros}`));
const latencies = fc.array(latency, { minLength: 1, maxLength: 300 });
const share = fc.double({ min: 0, max: 1, noNaN: true });

function sketchOf(values: readonly number[]): LatencySketch {
  const sketch = new LatencySketch();
  for (const value of values) sketch.record(value);
  return sketch;
}

function exact(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(1, Math.ceil(q * values.length)) - 1] as number;
}

const grid = Array.from({ length: 101 }, (_, i) => i / 100);
const all = (sketch: LatencySketch) => grid.map((q) => sketch.quantile(q));

describe("LatencySketch", () => {
  test("is within 1/128 and half a thousandth of a ms of the exact quantile", () => {
    fc.assert(
      fc.property(latencies, share, (values, q) => {
        const truth = exact(values, q);
        const told = sketchOf(values).quantile(q) as number;
        expect(Math.abs(told - truth)).toBeLessThanOrEqual(truth / 128 + 0.000_501);
      }),
      { numRuns: 2_000 },
    );
  });

  test("knows the least and the greatest exactly", () => {
    fc.assert(
      fc.property(latencies, (values) => {
        const sketch = sketchOf(values);
        expect(sketch.quantile(0)).toBe(Math.min(...values));
        expect(sketch.quantile(1)).toBe(Math.max(...values));
      }),
    );
  });

  test("does not fall when q rises", () => {
    fc.assert(
      fc.property(latencies, share, share, (values, a, b) => {
        const sketch = sketchOf(values);
        expect(sketch.quantile(Math.min(a, b))).toBeLessThanOrEqual(
          sketch.quantile(Math.max(a, b)) as number,
        );
      }),
    );
  });

  test("merged is the sketch of both, in whatever order, and leaves the other alone", () => {
    fc.assert(
      fc.property(fc.array(latency), fc.array(latency), (left, right) => {
        const [a, b] = [sketchOf(left), sketchOf(right)];
        const before = all(b);
        a.merge(b);
        expect(all(a)).toEqual(all(sketchOf([...left, ...right])));
        expect(a.count).toBe(left.length + right.length);
        expect(all(b)).toEqual(before);
        b.merge(sketchOf(left));
        expect(all(b)).toEqual(all(a));
      }),
    );
  });

  test("counts a value several times at once", () => {
    const sketch = new LatencySketch();
    sketch.record(1, 98);
    sketch.record(50, 0);
    sketch.record(200, 2);
    expect(sketch.count).toBe(100);
    expect(sketch.quantile(0.98)).toBeCloseTo(1, 1);
    expect(sketch.quantile(0.981)).toBeGreaterThan(198);
  });

  test("knows nothing when it is empty, and again when it is cleared", () => {
    const sketch = new LatencySketch();
    expect(sketch.quantile(0.5)).toBeNull();
    sketch.record(7);
    sketch.clear();
    expect([sketch.count, sketch.quantile(0.5)]).toEqual([0, null]);
    sketch.record(3);
    expect(sketch.quantile(1)).toBe(3);
  });

  test.each([-1, Number.NaN, Number.POSITIVE_INFINITY, -0.0001, 1e300])("refuses %d ms", (value) => {
    const sketch = new LatencySketch();
    expect(() => sketch.record(value)).toThrow(RangeError);
    expect(sketch.count).toBe(0);
  });

  test("refuses a quantile outside 0 … 1 and half a count", () => {
    const sketch = sketchOf([1]);
    for (const q of [-0.1, 1.1, Number.NaN]) expect(() => sketch.quantile(q)).toThrow(RangeError);
    for (const count of [-1, 0.5, Number.NaN]) expect(() => sketch.record(1, count)).toThrow(RangeError);
  });
});

describe("SlidingLatencySketch", () => {
  const timed = fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), latency), { minLength: 1, maxLength: 80 });

  test("tells of the open part and the parts before it that fill the span, and of nothing else", () => {
    fc.assert(
      fc.property(timed, fc.integer({ min: 1, max: 8 }), share, (steps, parts, q) => {
        const window = new SlidingLatencySketch(parts * 10, parts);
        const seen: { readonly part: number; readonly value: number }[] = [];
        let now = 0;
        for (const [pause, value] of steps) {
          now += pause;
          window.record(value, now);
          seen.push({ part: Math.floor(now / 10), value });
          const open = Math.floor(now / 10);
          const recent = seen.filter(({ part }) => part > open - parts).map((entry) => entry.value);
          expect(window.count).toBe(recent.length);
          expect(window.quantile(q, now)).toBe(sketchOf(recent).quantile(q));
        }
        expect(window.quantile(q, now + parts * 10)).toBeNull();
      }),
    );
  });

  test("refuses a span or parts that make no window", () => {
    for (const span of [0, -1, Number.NaN]) expect(() => new SlidingLatencySketch(span)).toThrow(RangeError);
    for (const parts of [0, 1.5]) expect(() => new SlidingLatencySketch(10, parts)).toThrow(RangeError);
  });
});
