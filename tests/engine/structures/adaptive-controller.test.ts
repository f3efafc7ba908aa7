import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AdaptiveController, type Measured, OneWayController } from "../../../src/engine/index.ts";

const calm: Measured = { arrivals: 50, departures: 50, p99: 20, fullness: 0.1, canGrow: true };
const anything: fc.Arbitrary<Measured> = fc.record({
  arrivals: fc.integer({ min: 0, max: 500 }),
  departures: fc.integer({ min: 0, max: 200 }),
  p99: fc.option(fc.integer({ min: 0, max: 3_000 })),
  fullness: fc.double({ min: 0, max: 1, noNaN: true }),
  canGrow: fc.boolean(),
});

describe("the rules, the first that applies", () => {
  test.each<[string, Partial<Measured>, string]>([
    ["nothing is wrong", {}, "block"],
    ["p99 above 1 s", { p99: 1_001 }, "dropOldest"],
    ["p99 of 1 s", { p99: 1_000 }, "block"],
    ["more than twice as many arrivals as departures", { arrivals: 101 }, "sample"],
    ["twice as many", { arrivals: 100 }, "block"],
    ["more than 90 % full", { fullness: 0.91 }, "grow"],
    ["90 % full", { fullness: 0.9 }, "block"],
    ["full and at its bound", { fullness: 1, canGrow: false }, "block"],
    ["nothing done yet", { p99: null, departures: 0, arrivals: 0 }, "block"],
    ["a trickle into an idle buffer", { p99: null, departures: 0, arrivals: 10 }, "block"],
    ["nothing gets out", { p99: null, departures: 0, arrivals: 40 }, "sample"],
    ["all three at once", { p99: 2_000, arrivals: 300, fullness: 1 }, "dropOldest"],
    ["the last two", { arrivals: 300, fullness: 1 }, "sample"],
  ])("%s", (_, seen, mode) => {
    expect(new AdaptiveController().decide(5_000, { ...calm, ...seen })).toBe(mode);
  });
});

test("with hysteresis no mode is shorter than the minimum stay, whatever is measured", () => {
  fc.assert(
    fc.property(fc.array(anything, { maxLength: 100 }), (all) => {
      const controller = new AdaptiveController(undefined, 1_000);
      const changes: number[] = [];
      let before = controller.mode;
      all.forEach((measured, i) => {
        const mode = controller.decide(i * 100, measured);
        if (mode !== before) changes.push(i * 100);
        before = mode;
      });
      expect(changes.length).toBe(controller.changes);
      changes.slice(1).forEach((at, i) => {
        expect(at - (changes[i] ?? 0)).toBeGreaterThanOrEqual(1_000);
      });
    }),
  );
});

test("comes back to blocking from anywhere, once it is calm", () => {
  fc.assert(
    fc.property(fc.array(anything, { maxLength: 50 }), fc.boolean(), (all, hysteresis) => {
      const controller = new AdaptiveController(undefined, 1_000, hysteresis);
      for (const [i, measured] of all.entries()) controller.decide(i * 100, measured);
      controller.decide(5_000, calm);
      expect(controller.decide(6_000, calm)).toBe("block");
    }),
  );
});

test("hovering about a limit is one change with hysteresis, and one a look without", () => {
  const hover = (hysteresis: boolean): number => {
    const controller = new AdaptiveController(undefined, 1_000, hysteresis);
    for (let i = 0; i < 200; i++) controller.decide(i * 100, { ...calm, arrivals: i % 2 === 0 ? 105 : 95 });
    return controller.changes;
  };
  expect(hover(true)).toBe(1);
  expect(hover(false)).toBe(200);
});

test("the broken one never blocks again", () => {
  fc.assert(
    fc.property(fc.array(anything, { maxLength: 50 }), (all) => {
      const controller = new OneWayController();
      const modes = [...all, calm, calm].map((measured, i) => controller.decide(i * 2_000, measured));
      const left = modes.findIndex((mode) => mode !== "block");
      if (left >= 0) expect(modes.slice(left)).not.toContain("block");
    }),
  );
});
