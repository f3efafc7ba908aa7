import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sample } from "../../src/stage/sample.ts";
import { view as ring } from "../../src/views/ring/view.ts";
import { view as tape } from "../../src/views/tape/view.ts";
import { faults, shares } from "./overlaps.ts";
import { ringRun } from "./ring-runs.ts";

const panes = [
  { width: 960, height: 150 },
  { width: 740, height: 120 },
  { width: 390, height: 100 },
  { width: 280, height: 92 },
];

describe("the tape", () => {
  it("has no text that overlaps or is clipped, also in mid-animation", () => {
    fc.assert(
      fc.property(ringRun([1, 2, 5, 12, 64, 5000], 6), fc.constantFrom(...panes), (pictures, size) => {
        const layouts = pictures.map((picture) => tape.layout(picture, size));
        layouts.slice(1).forEach((to, index) => {
          for (const t of shares) {
            const found = faults(sample(layouts[index] ?? to, to, t), size);
            expect(found, `move ${index}, t = ${t}, ${size.width}×${size.height}`).toEqual([]);
          }
        });
      }),
      { numRuns: 120 },
    );
  }, 60_000);

  it("has a cell of the same subject for the newest item of the ring", () => {
    fc.assert(
      fc.property(ringRun([1, 5, 12], 6), (pictures) => {
        for (const picture of pictures) {
          const { totalWritten, held } = picture.frame.state;
          if (held === 0) continue;
          const subject = `item:${totalWritten - 1}`;
          const inRing = ring
            .layout(picture, { width: 740, height: 460 })
            .some((mark) => mark.subject === subject);
          const onTape = tape
            .layout(picture, { width: 740, height: 120 })
            .some((mark) => mark.subject === subject);
          expect(onTape || !inRing).toBe(true);
        }
      }),
    );
  });

  it("draws no more cells than there is room for, however much was written", () => {
    fc.assert(
      fc.property(ringRun([5000, 64], 3), (pictures) => {
        for (const picture of pictures)
          expect(tape.layout(picture, { width: 390, height: 100 }).length).toBeLessThan(60);
      }),
      { numRuns: 20 },
    );
  });
});
