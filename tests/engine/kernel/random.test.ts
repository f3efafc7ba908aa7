import fc from "fast-check";
import { expect, test } from "vitest";
import { Random } from "../../../src/engine/index.ts";

const draw = (random: Random, count = 20) => Array.from({ length: count }, () => random.whole(0, 1_000_000));

test("the same seed gives the same numbers, today and on every machine", () => {
  expect(draw(new Random(7), 5)).toMatchInlineSnapshot(`
    [
      481493,
      516601,
      73815,
      203980,
      517881,
    ]
  `);
  expect(draw(new Random(7))).toEqual(draw(new Random(7)));
});

test("a fork depends on seed and name alone, not on what was drawn before", () => {
  fc.assert(
    fc.property(fc.integer(), fc.string(), fc.nat(50), (seed, name, drawn) => {
      const used = new Random(seed);
      draw(used, drawn);
      draw(used.fork("another"), drawn);
      expect(draw(used.fork(name))).toEqual(draw(new Random(seed).fork(name)));
    }),
  );
});

test("forks of different names or seeds differ", () => {
  const names = Array.from({ length: 200 }, (_, i) => `producer-${i}`);
  const firsts = names.map((name) => draw(new Random(1).fork(name), 4).join());
  expect(new Set(firsts).size).toBe(names.length);
  expect(draw(new Random(1).fork("a"))).not.toEqual(draw(new Random(2).fork("a")));
});

test("whole numbers stay in their range and reach both ends", () => {
  const seen = new Set(
    Array.from(
      { length: 1_000 },
      (
        (random) => () =>
          random.whole(-2, 2)
      )(new Random(3)),
    ),
  );
  expect([...seen].sort((a, b) => a - b)).toEqual([-2, -1, 0, 1, 2]);
});

test("fractions are at least 0 and below 1", () => {
  const random = new Random(5);
  for (let i = 0; i < 1_000; i++) {
    const fraction = random.fraction();
    expect(fraction >= 0 && fraction < 1).toBe(true);
  }
});
