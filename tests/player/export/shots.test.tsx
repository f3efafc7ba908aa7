import fc from "fast-check";
import { expect, test } from "vitest";
import { lengthOf, shotsOf } from "../../../src/player/export/shots.ts";
import type { Pace } from "../../../src/player/pace/pace.ts";

const pace: Pace = {
  last: 3,
  transition: (position) => [0, 200, 0, 100][position] ?? 0,
  hold: (position) => [1000, 0, 500, 0][position] ?? 0,
};

test("what stands still is one picture, what moves is shown on its way", () => {
  const shots = shotsOf(pace, { from: 0, to: 3, rate: 20, speed: 1 });
  expect(shots).toEqual([
    // The first picture of the way is the one that stood.
    { playhead: 0, duration: 1050 },
    { playhead: 0.25, duration: 50 },
    { playhead: 0.5, duration: 50 },
    { playhead: 0.75, duration: 50 },
    { playhead: 2, duration: 550 },
    { playhead: 2.5, duration: 50 },
    { playhead: 3, duration: 1500 },
  ]);
});

test("a film of any part, at any rate and speed, goes forwards, is as long as the part and ends at its last place", () => {
  const times = fc.array(fc.tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 3000 })), {
    minLength: 1,
    maxLength: 12,
  });
  fc.assert(
    fc.property(
      times,
      fc.nat(),
      fc.nat(),
      fc.constantFrom(12, 30),
      fc.constantFrom(0.5, 1, 4),
      (line, a, b, rate, speed) => {
        const [from, to] = [a % line.length, b % line.length].sort((x, y) => x - y) as [number, number];
        const any: Pace = {
          last: line.length - 1,
          transition: (position) => line[position]?.[0] ?? 0,
          hold: (position) => line[position]?.[1] ?? 0,
        };
        const shots = shotsOf(any, { from, to, rate, speed });
        const places = shots.map(({ playhead }) => playhead);
        expect(places).toEqual([...places].sort((x, y) => x - y));
        expect(new Set(places).size).toBe(places.length);
        expect(places.at(-1)).toBe(to);
        expect(shots.every(({ duration }) => duration > 0)).toBe(true);
        let whole = Math.max(1500, any.hold(to) / speed);
        let slivers = 0;
        for (let position = from; position < to; position++) {
          whole += (any.hold(position) + any.transition(position + 1)) / speed;
          // A way that is shorter than half a picture is not shown.
          slivers += 500 / rate;
        }
        expect(lengthOf(shots)).toBeLessThanOrEqual(whole + 1e-6);
        expect(lengthOf(shots)).toBeGreaterThanOrEqual(whole - slivers - 1e-6);
      },
    ),
  );
});
