import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sample } from "../../src/stage/sample.ts";
import { view } from "../../src/views/partitions/view.ts";
import { faults, panes } from "./overlaps.ts";
import { madeUp, pictureOf, type Wanted } from "./partitions-states.ts";

const sizes = [
  ...panes,
  { width: 250, height: 180 },
  { width: 360, height: 640 },
  { width: 1_600, height: 1_000 },
  { width: 2_400, height: 700 },
];

const anyWanted: fc.Arbitrary<Wanted> = fc.record({
  partitions: fc.constantFrom(1, 2, 3, 4, 6, 12, 30, 200),
  brokers: fc.constantFrom(1, 3, 5, 20),
  replication: fc.constantFrom(1, 2, 3, 5),
  groups: fc.integer({ min: 0, max: 5 }),
  members: fc.constantFrom(0, 1, 3, 7, 40),
  records: fc.constantFrom(0, 3, 14, 60),
  segment: fc.constantFrom(1, 5, 40),
  flights: fc.integer({ min: 0, max: 20 }),
  trouble: fc.constantFrom(0, 0.3, 1),
  seed: fc.nat({ max: 10_000 }),
});

describe("the partition view", () => {
  it("overlaps no texts and clips none, at any size and between any two states", () => {
    fc.assert(
      fc.property(anyWanted, fc.nat({ max: 10_000 }), fc.constantFrom(...sizes), (wanted, seed, size) => {
        const [from, to] = [wanted, { ...wanted, seed }].map((one) =>
          view.layout(pictureOf(madeUp(one)), size),
        ) as [ReturnType<typeof view.layout>, ReturnType<typeof view.layout>];
        for (const t of [0, 0.25, 0.5, 0.75, 1]) {
          expect(faults(sample(from, to, t), size), `${size.width}×${size.height} at ${t}`).toEqual([]);
        }
        const keys = to.map(({ key }) => key);
        expect(keys.filter((key, place) => keys.indexOf(key) !== place)).toEqual([]);
        expect(to.length).toBeLessThan(700);
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it("is drawn of numbers alone, in whole sentences", () => {
    fc.assert(
      fc.property(anyWanted, fc.constantFrom(...sizes), (wanted, size) => {
        const picture = pictureOf(madeUp(wanted));
        for (const { key, n } of view.layout(picture, size)) {
          expect(Object.values(n).every(Number.isFinite), key).toBe(true);
          expect(Math.min(n.w ?? 0, n.h ?? 0, n.r ?? 0), key).toBeGreaterThanOrEqual(0);
        }
        const said = view.describe(picture);
        expect(said).not.toMatch(/NaN|undefined|null|\[object/);
        expect(said).toMatch(/^[A-Z].*\.$/);
      }),
      { numRuns: 100 },
    );
  });
});
