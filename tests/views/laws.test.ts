import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Recording, registry, type System } from "../../src/engine/index.ts";
import { sample } from "../../src/stage/sample.ts";
import { galleryStates } from "../../src/views/gallery-states.ts";
import type { Picture, View } from "../../src/views/view.ts";
import { anyInputs, setupOf } from "../engine/systems/script.ts";
import { panes } from "./overlaps.ts";

const views = new Map<string, View>(galleryStates.map(({ view }) => [view.id, view]));

/** Every system in each of its usual views. */
const pairs = [...registry.values()].flatMap((system) =>
  (system.views ?? []).map((id) => ({ id, system: system.id, view: views.get(id) as View })),
);

/** All pictures of random runs. */
function pictures(system: System): fc.Arbitrary<readonly Picture[]> {
  return fc.tuple(fc.constantFrom(2, 5, 12, 70), anyInputs(system, 6)).map(([capacity, inputs]) => {
    const recording = new Recording(setupOf(system, { capacity }), inputs);
    return Array.from({ length: recording.length }, (_, index) => ({
      frame: recording.frame(index),
      ahead: [],
    }));
  });
}

it("is known of every view that a system names", () => {
  expect(pairs.filter(({ view }) => view === undefined)).toEqual([]);
  expect([...new Set(pairs.map(({ id }) => id))].sort()).toEqual([...views.keys()].sort());
});

describe.each(pairs)("the view $id of $system", ({ system: id, view }) => {
  const system = registry.get(id) as System;

  it("draws the same picture of the same frame, whatever was drawn before", () => {
    fc.assert(
      fc.property(pictures(system), fc.constantFrom(...panes), (run, size) => {
        const forward = run.map((picture) => view.layout(picture, size));
        const backward = [...run].reverse().map((picture) => view.layout(picture, size));
        expect(backward.reverse()).toEqual(forward);
      }),
      { numRuns: 12 },
    );
  });

  it("gives every mark a key of its own, at rest and on the way, so that nothing of it stays behind", () => {
    fc.assert(
      fc.property(pictures(system), fc.constantFrom(...panes), (run, size) => {
        const layouts = run.map((picture) => view.layout(picture, size));
        layouts.forEach((to, index) => {
          for (const t of [0, 0.5, 1]) {
            const keys = sample(layouts[index - 1] ?? to, to, t).map(({ key }) => key);
            expect(keys.filter((key, place) => keys.indexOf(key) !== place)).toEqual([]);
          }
        });
      }),
      { numRuns: 15 },
    );
  });

  it("says something new whenever the picture changes", () => {
    const size = { width: 740, height: 460 };
    fc.assert(
      fc.property(pictures(system), (run) => {
        run.slice(1).forEach((now, index) => {
          const before = run[index] as Picture;
          const [from, to] = [view.layout(before, size), view.layout(now, size)];
          const changed = sample(from, to, 0.5).some((mark, place) => mark !== from[place]);
          const said = view.describe(now);
          expect(said).not.toMatch(/NaN|\[object/);
          if (changed) expect(said, `frame ${now.frame.index}`).not.toBe(view.describe(before));
        });
      }),
      { numRuns: 12 },
    );
  });
});
