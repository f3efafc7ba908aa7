import fc from "fast-check";
import { expect, test } from "vitest";
import { defaultsOf, Recording, registry, type System } from "../../../src/engine/index.ts";

const system = registry.get("producer-consumer") as System;
const setup = { system, parameters: defaultsOf(system.parameters), seed: 4 };
const run = (steps: number) => ({ operation: "run", values: { steps } });

test("a run that is gone on with is the same run as one that was as long from the start", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 6 }), (parts) => {
      const recording = new Recording(setup, [run(1)]);
      for (const steps of parts) recording.prolong(steps);
      const whole = new Recording(setup, [run(1 + parts.reduce((sum, steps) => sum + steps, 0))]);
      expect(recording.inputs).toEqual(whole.inputs);
      expect(recording.length).toBe(whole.length);
      for (let index = 0; index < whole.length; index++) {
        const [one, other] = [recording.frame(index), whole.frame(index)];
        expect(JSON.stringify(one.state)).toBe(JSON.stringify(other.state));
        expect({ ...one.cause, values: {} }).toEqual({ ...other.cause, values: {} });
      }
    }),
    { numRuns: 15 },
  );
});

test("a frame of a run that was gone on with is found again when it is older than the window", () => {
  const recording = new Recording(setup, [run(5)], 8);
  for (let part = 0; part < 10; part++) recording.prolong(5);
  const whole = new Recording(setup, [run(55)]);
  for (const index of [1, 20, 54]) {
    expect(JSON.stringify(recording.frame(index).state)).toBe(JSON.stringify(whole.frame(index).state));
  }
});

test("only a run of some steps can be gone on with, and it ends where nothing can move", () => {
  expect(() => new Recording(setup).prolong(1)).toThrow(RangeError);
  const race = registry.get("thread-race") as System;
  const recording = new Recording({ system: race, parameters: defaultsOf(race.parameters), seed: 1 }, [
    run(1),
  ]);
  recording.prolong(10_000);
  expect(recording.canMove).toBe(false);
  expect(recording.inputs).toEqual([run(recording.length - 1)]);
});
