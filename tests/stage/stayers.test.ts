import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stayers } from "../../src/stage/stayers.ts";

/** The places of things in a new order, some of them new. */
const places = fc
  .uniqueArray(fc.nat(20), { maxLength: 10 })
  .chain((old) => fc.tuple(...old.map((place) => fc.constantFrom(place, place, place, -1))))
  .map((list): readonly number[] => list);

const rises = (list: readonly number[]): boolean =>
  list.every((value, i) => i === 0 || value > (list[i - 1] ?? 0));

/** By trying every choice. */
function longest(list: readonly number[], pinned: number): number {
  let best = 0;
  for (let choice = 0; choice < 1 << list.length; choice++) {
    if (pinned >= 0 && (choice & (1 << pinned)) === 0) continue;
    const chosen = list.filter((_, index) => choice & (1 << index));
    if (chosen.every((place) => place >= 0) && rises(chosen)) best = Math.max(best, chosen.length);
  }
  return best;
}

describe("stayers", () => {
  it("are as many as can stay, in the order in which they stood", () => {
    fc.assert(
      fc.property(places, (list) => {
        const stay = [...stayers(list, -1)].sort((a, b) => a - b).map((index) => list[index] ?? -1);
        expect(rises(stay)).toBe(true);
        expect(stay.every((place) => place >= 0)).toBe(true);
        expect(stay).toHaveLength(longest(list, -1));
      }),
    );
  });

  it("always have the pinned one among them", () => {
    fc.assert(
      fc.property(places, fc.nat(9), (list, pinned) => {
        fc.pre((list[pinned] ?? -1) >= 0);
        const stay = stayers(list, pinned);
        expect(stay.has(pinned)).toBe(true);
        expect(stay.size).toBe(longest(list, pinned));
      }),
    );
  });
});
