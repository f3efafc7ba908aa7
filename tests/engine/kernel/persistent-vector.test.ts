import fc from "fast-check";
import { expect, test } from "vitest";
import { PersistentVector } from "../../../src/engine/index.ts";

const change = fc.record({ place: fc.nat(5_000), value: fc.integer() });

test("every version is what an array would be, and stays so", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 2_500 }),
      fc.array(change, { maxLength: 30 }),
      (length, changes) => {
        let vector = PersistentVector.filled<number>(length, 0);
        let array: readonly number[] = new Array<number>(length).fill(0);
        const versions = [{ vector, array }];
        for (const { place, value } of changes) {
          vector = vector.with(place % length, value);
          array = array.with(place % length, value);
          versions.push({ vector, array });
        }
        for (const version of versions) {
          expect([...version.vector]).toEqual(version.array);
          expect(version.vector.toJSON()).toEqual(version.array);
          expect(version.vector.at(length - 1)).toBe(version.array.at(-1));
        }
        const twice = array.map((value) => value * 2);
        expect([...vector.map((value) => value * 2)]).toEqual(twice);
      },
    ),
    { numRuns: 50 },
  );
});

test("outside there is nothing to read and nothing to write", () => {
  const vector = PersistentVector.filled(3, "x");
  expect([-1, 3, 1_000].map((index) => vector.at(index))).toEqual([undefined, undefined, undefined]);
  for (const index of [-1, 3, Number.NaN]) expect(() => vector.with(index, "y")).toThrow(RangeError);
});

test("a large one is made, changed and mapped without touching every value", () => {
  const vector = PersistentVector.filled(1_000_000, 0).with(999_999, 1);
  let calls = 0;
  const mapped = vector.map((value) => {
    calls += 1;
    return value + 1;
  });
  expect([mapped.at(0), mapped.at(999_999)]).toEqual([1, 2]);
  expect(calls).toBeLessThan(100);
});

test("what a map does not change stays the same list", () => {
  const vector = PersistentVector.filled(100, "x").with(7, "y");
  expect(vector.map((value) => value)).toBe(vector);
});

test("a list grown value by value is what an array would be, at every length, and so is every version before", () => {
  const lengths = [0, 1, 31, 32, 33, 1_023, 1_024, 1_025, 1_057, 2_048];
  const versions = new Map<number, PersistentVector<number>>();
  let vector = PersistentVector.filled<number>(0, 0);
  for (let length = 0; length <= 2_048; length++) {
    if (lengths.includes(length)) versions.set(length, vector);
    vector = vector.push(length);
  }
  for (const [length, version] of versions) {
    expect(version.length).toBe(length);
    expect([...version]).toEqual(Array.from({ length }, (_, i) => i));
    expect(version.at(length)).toBeUndefined();
  }
});

test("two lists grown from the same one do not write into each other", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_100 }), (length) => {
      const before = PersistentVector.filled(length, "x");
      const [a, b] = [before.push("a"), before.push("b").push("c")];
      expect([before.at(length), a.at(length), b.at(length), b.at(length + 1)]).toEqual([
        undefined,
        "a",
        "b",
        "c",
      ]);
      if (length > 0) expect(a.with(0, "y").at(length)).toBe("a");
    }),
  );
});
