import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sample } from "../../src/stage/sample.ts";
import { turnsOf } from "../../src/views/ring/turns.ts";
import { view as ring } from "../../src/views/ring/view.ts";
import { faults, panes, shares } from "./overlaps.ts";
import { ringRun } from "./ring-runs.ts";

const capacities = [1, 2, 5, 8, 12, 31, 64];

describe("the ring", () => {
  it.each(capacities)(
    "of %i slots: no text overlaps or is clipped, also in mid-animation",
    (capacity) => {
      fc.assert(
        fc.property(ringRun([capacity], 5), fc.constantFrom(...panes), (pictures, size) => {
          const layouts = pictures.map((picture) => ring.layout(picture, size));
          layouts.slice(1).forEach((to, index) => {
            const from = layouts[index] ?? to;
            for (const t of shares) {
              expect(
                faults(sample(from, to, t), size),
                `move ${index}, t = ${t}, ${size.width}×${size.height}`,
              ).toEqual([]);
            }
          });
        }),
        { numRuns: 60 },
      );
    },
    60_000,
  );

  it.each([65, 100, 5000])(
    "of %i slots, as bands: no text overlaps or is clipped",
    (capacity) => {
      fc.assert(
        fc.property(ringRun([capacity], 4), fc.constantFrom(...panes), (pictures, size) => {
          const layouts = pictures.map((picture) => ring.layout(picture, size));
          layouts.slice(1).forEach((to, index) => {
            for (const t of shares) {
              const found = faults(sample(layouts[index] ?? to, to, t), size);
              expect(found, `move ${index}, t = ${t}, ${size.width}×${size.height}`).toEqual([]);
            }
          });
        }),
        { numRuns: 25 },
      );
    },
    60_000,
  );

  it("turns a text by a quarter at most on its way into a slot", () => {
    fc.assert(
      fc.property(ringRun([31, 64], 3), fc.constantFrom(...panes), (pictures, size) => {
        for (const picture of pictures) {
          const turns = ring
            .layout(picture, size)
            .flatMap(({ kind, n }) => (kind === "text" ? (n.turn ?? 0) : []));
          expect(Math.max(...turns.map(Math.abs))).toBeLessThanOrEqual(Math.PI / 2);
        }
      }),
      { numRuns: 30 },
    );
  });

  it("lets pointers step forward, at most one slot at a time, and never back through the middle", () => {
    fc.assert(
      fc.property(ringRun([3, 5, 8, 12]), (pictures) => {
        const turns = pictures.map(({ frame }) => ({
          ...turnsOf(frame),
          operation: frame.cause.operation,
          state: frame.state,
        }));
        turns.forEach((now, index) => {
          const before = turns[index - 1];
          expect(((now.head % now.state.capacity) + now.state.capacity) % now.state.capacity).toBe(
            now.state.head,
          );
          expect(((now.tail % now.state.capacity) + now.state.capacity) % now.state.capacity).toBe(
            now.state.tail,
          );
          if (before === undefined || now.operation === "clear") return;
          expect([0, 1]).toContain(now.head - before.head);
          if (now.state.size !== null) expect([0, 1]).toContain(now.tail - before.tail);
        });
      }),
    );
  });
});
