import { describe, expect, it } from "vitest";
import { layoutOf } from "../../src/stage/layouts.ts";
import { sample } from "../../src/stage/sample.ts";
import { galleryStates } from "../../src/views/gallery-states.ts";
import { LEAST_TEXT, LEAST_WHOLE } from "../../src/views/parts/words.ts";
import { faults, panes, shares } from "./overlaps.ts";

describe("every state of the gallery", () => {
  it.each(galleryStates.map((state) => [state.id, state] as const))(
    "%s: no text overlaps or is clipped",
    (_, state) => {
      const found = panes.flatMap((size) => {
        const from = layoutOf(state.view, state.from, size);
        const to = layoutOf(state.view, state.to, size, from);
        return shares.flatMap((t) =>
          faults(sample(from, to, t), size).map((fault) => `${size.width}×${size.height} at ${t}: ${fault}`),
        );
      });
      expect(found).toEqual([]);
    },
  );

  it.each(galleryStates.map((state) => [state.id, state] as const))(
    "%s: no text is too small for a phone, but for what must not be cut: names of items, a fault and its remedy",
    (_, state) => {
      const small = state.view
        .layout(state.to, { width: 390, height: 330 })
        .filter(({ text, n, key }) => {
          const least = /^(item|slot|cell|hand|lens|fault$|remedy$)/.test(key) ? LEAST_WHOLE : LEAST_TEXT;
          return text !== undefined && text !== "" && (n.size ?? least) < least;
        })
        .map(({ key, n }) => `${key}: ${n.size}`);
      expect(small).toEqual([]);
    },
  );

  it.each(galleryStates.map((state) => [state.id, state] as const))(
    "%s: keys are unique, words are there",
    (_, state) => {
      for (const size of panes) {
        const keys = state.view.layout(state.to, size).map(({ key }) => key);
        expect(keys.filter((key, place) => keys.indexOf(key) !== place)).toEqual([]);
      }
      expect(state.view.describe(state.to)).toMatch(/^\S.*[.?]$/s);
    },
  );
});
