import fc from "fast-check";
import { expect, test } from "vitest";
import { overwritingRingBuffer, Recording, type System } from "../../../src/engine/index.ts";
import { clocked } from "../../scenario/clocked.ts";
import { anyInputs, framesOf, inputs, setupOf } from "./script.ts";

const system = overwritingRingBuffer as unknown as System;
const setup = setupOf(system, { capacity: 4 });

test("a frame is the same from the window and from running again, in any order", () => {
  fc.assert(
    fc.property(
      anyInputs(system, 25),
      fc.integer({ min: 2, max: 40 }),
      fc.array(fc.nat(), { maxLength: 30 }),
      (all, window, places) => {
        const recording = new Recording(setup, all, window);
        const frames = framesOf(setup, all);
        expect(recording.length).toBe(frames.length);
        for (const place of places) {
          const index = place % frames.length;
          expect(JSON.stringify(recording.frame(index))).toBe(JSON.stringify(frames[index]));
        }
      },
    ),
    { numRuns: 60 },
  );
});

test("frames that were only counted are made when they are asked for", () => {
  fc.assert(
    fc.property(
      anyInputs(system, 25),
      fc.integer({ min: 2, max: 40 }),
      fc.nat(),
      fc.array(fc.nat(), { maxLength: 30 }),
      (all, window, share, places) => {
        const frames = framesOf(setup, all);
        const recording = new Recording(setup, all, window, share % (frames.length + 1));
        for (const place of places) {
          const index = place % frames.length;
          expect(JSON.stringify(recording.frame(index))).toBe(JSON.stringify(frames[index]));
        }
      },
    ),
    { numRuns: 60 },
  );
});

test("what is scheduled is done bit by bit", () => {
  const all = inputs(system, "push A", "push B", "pop");
  const whole = new Recording(setup, all);
  const recording = new Recording(setup);
  for (const [index, input] of all.entries()) {
    recording.schedule(input, whole.startOf(index + 1) - whole.startOf(index));
  }
  for (let index = 0; index < whole.length; index++) {
    recording.runTo(index);
    expect(recording.frame(index)).toEqual(whole.frame(index));
  }
});

test("every input has its first and last frame", () => {
  const recording = new Recording(setup, inputs(system, "push A", "pop", "clear"));
  for (const [input, { operation }] of recording.inputs.entries()) {
    const first = recording.frame(recording.startOf(input));
    const last = recording.frame(recording.endOf(input));
    expect([first.cause.mark, first.cause.input, first.cause.operation]).toEqual(["call", input, operation]);
    expect([last.cause.mark, last.cause.input]).toEqual(["return", input]);
  }
  expect(recording.frame(recording.endOf(-1)).cause.mark).toBe("create");
  expect(recording.startOf(3)).toBe(recording.length);
});

test("the same run with fewer inputs has the same frames", () => {
  const all = inputs(system, "push A", "push B", "pop");
  const shorter = new Recording(setup, all).upTo(2);
  expect(shorter.inputs).toEqual(all.slice(0, 2));
  expect(shorter.length).toBe(new Recording(setup, all).startOf(2));
});

test("a long run keeps a bounded number of frames", () => {
  let made = 0;
  const counting: System = {
    ...system,
    snapshot: (instance) => {
      made += 1;
      return system.snapshot(instance);
    },
  };
  const [push] = inputs(system, "push A");
  if (push === undefined) throw new Error("no input");
  const recording = new Recording({ ...setup, system: counting }, new Array(2_000).fill(push), 50);
  const before = made;
  for (let index = 1_000; index > 980; index--) recording.frame(index);
  const longestInput = 7;
  expect(made - before).toBeLessThanOrEqual(50 + longestInput);
  expect(recording.frame(0).cause.mark).toBe("create");
});

test.each([-1, 0.5, 1_000, Number.NaN])("there is no frame %s", (index) => {
  expect(() => new Recording(setup).frame(index)).toThrow(RangeError);
});

test("what is scheduled is done when it is looked at, and only as far as that", () => {
  const clockedSetup = setupOf(clocked as unknown as System, { pace: 3, size: 1 });
  const drives = [
    { operation: "run", values: { for: 20 } },
    { operation: "reset", values: {} },
    { operation: "run", values: { steps: 9 } },
  ];
  const done = new Recording(clockedSetup, drives);
  let made = 0;
  const system: System = {
    ...clockedSetup.system,
    snapshot: (instance) => {
      made += 1;
      return clockedSetup.system.snapshot(instance);
    },
  };
  const scheduled = new Recording({ ...clockedSetup, system });
  for (const [input, drive] of drives.entries()) {
    scheduled.schedule(drive, done.endOf(input) - done.startOf(input) + 1);
  }
  expect(scheduled.length).toBe(done.length);
  expect(made).toBe(1);
  scheduled.frame(5);
  expect(made).toBe(6);
  for (let index = done.length - 1; index >= 0; index--) {
    expect(JSON.stringify(scheduled.frame(index))).toBe(JSON.stringify(done.frame(index)));
  }
  scheduled.do({ operation: "pick", values: { thread: "A" } });
  expect(scheduled.length).toBe(done.length + 1);
});

test("a schedule that does not come true is thrown", () => {
  const recording = new Recording(setup);
  recording.schedule({ operation: "push", values: { item: "A" } }, 2);
  expect(() => recording.frame(1)).toThrow("input 1 should end with frame 3; it ends with");
});
