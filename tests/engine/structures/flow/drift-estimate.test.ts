import fc from "fast-check";
import { expect, test } from "vitest";
import { DriftEstimate } from "../../../../src/engine/structures/flow/drift-estimate.ts";

test("finds the drift exactly where there is no jitter, whatever the delay and the hour", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -50_000, max: 50_000 }),
      fc.integer({ min: 0, max: 500 }),
      fc.integer({ min: 0, max: 10_000_000 }),
      (ppm, delay, start) => {
        const estimate = new DriftEstimate();
        for (let i = 0; i < 200; i++) estimate.note(i * 20, start + delay + (i * 20) / (1 + ppm / 1_000_000));
        expect(estimate.drift() * 1_000_000).toBeCloseTo(ppm, 1);
      },
    ),
  );
});

test("says nothing while it has too little to go by", () => {
  const estimate = new DriftEstimate();
  for (let i = 0; i < 24; i++) estimate.note(i * 20, i * 25);
  expect(estimate.drift()).toBe(0);
});
