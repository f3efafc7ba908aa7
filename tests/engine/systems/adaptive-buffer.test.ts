import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type AdaptiveBufferState,
  adaptiveBuffer,
  type Frame,
  type Input,
  type Plain,
  type System,
  traceHash,
} from "../../../src/engine/index.ts";
import { broken, framesOf, setupOf } from "./script.ts";

const system = adaptiveBuffer as unknown as System;
const run = (time: number): Input => ({ operation: "run", values: { for: time } });
const rate = (value: number): Input => set("rate", value);
const set = (parameter: string, value: Plain): Input => ({ operation: "set", values: { parameter, value } });
const service = (value: number): Input => set("service", value);
const burst = (jobs: number): Input => ({ operation: "burst", values: { jobs } });

function after(parameters: { readonly [name: string]: Plain }, inputs: readonly Input[], seed = 1) {
  const frames = framesOf(setupOf(system, parameters, seed), inputs) as Frame<AdaptiveBufferState>[];
  return { frames, state: frames.at(-1)?.state as AdaptiveBufferState };
}

const modesOf = (frames: readonly Frame<AdaptiveBufferState>[]) =>
  new Set(frames.map(({ state }) => state.mode));

/** Parameters that may change in the middle of a run. */
const live = fc.record({
  hysteresis: fc.constantFrom("on", "off"),
  arrivals: fc.constantFrom("random", "even", "bursts"),
  latencyLimit: fc.integer({ min: 100, max: 2_000 }),
  overload: fc.integer({ min: 101, max: 400 }),
  fullness: fc.integer({ min: 1, max: 99 }),
  samplingRate: fc.integer({ min: 1, max: 100 }),
  growthBound: fc.integer({ min: 1, max: 80 }),
  minimumStay: fc.integer({ min: 0, max: 2_000 }),
});

test("every invariant holds at every step, whatever is set and done", () => {
  const input = fc.oneof(
    fc.integer({ min: 1, max: 1_500 }).map(run),
    fc.integer({ min: 1, max: 400 }).map(rate),
    fc.integer({ min: 1, max: 40 }).map(service),
    fc.integer({ min: 1, max: 100 }).map(burst),
    live.chain((values) =>
      fc.constantFrom(...Object.entries(values)).map(([parameter, value]) => set(parameter, value)),
    ),
  );
  const given = fc
    .tuple(live, fc.integer({ min: 1, max: 30 }))
    .map(([values, capacity]) => ({ ...values, capacity }));
  fc.assert(
    fc.property(given, fc.integer(), fc.array(input, { maxLength: 8 }), (parameters, seed, inputs) => {
      for (const { state, index } of after(parameters, inputs, seed).frames)
        expect(broken(system, state), `frame ${index}`).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

test("another limit in the middle of a run is what it goes by from there on", () => {
  const inputs = [run(3_000), rate(300), run(2_000)];
  expect(after({ rate: 60 }, inputs).state.mode).toBe("sample");
  const [calm, ...rush] = inputs as [Input, Input, Input];
  expect(after({ rate: 60 }, [calm, set("overload", 1_000), ...rush]).state.mode).not.toBe("sample");
});

test("each overload calls in what its rule says", () => {
  expect(modesOf(after({ rate: 60 }, [run(8_000)]).frames)).toEqual(new Set(["block"]));
  expect(modesOf(after({ rate: 95 }, [run(2_000), burst(19), run(500)]).frames)).toContain("grow");
  expect(modesOf(after({ rate: 300 }, [run(4_000)]).frames)).toContain("sample");
  expect(modesOf(after({ rate: 130 }, [run(8_000)]).frames)).toContain("dropOldest");
});

test("measures what comes and what is done, and is not told", () => {
  const { measured } = after({ rate: 300, service: 10 }, [run(6_000)]).state;
  expect(Math.abs(measured.arrivals - 300)).toBeLessThan(60);
  expect(Math.abs(measured.departures - 100)).toBeLessThan(15);
  const slow = after({ rate: 60, service: 10 }, [run(4_000), service(40), run(4_000)]).state;
  expect(Math.abs(slow.measured.departures - 25)).toBeLessThan(6);
});

test.each([1, 2, 3, 4, 5])(
  "at a load on the limit it flaps without hysteresis and not with it, seed %d",
  (seed) => {
    const changes = (hysteresis: string) =>
      after({ rate: 200, hysteresis }, [run(20_000)], seed).state.changes;
    expect(changes("on")).toBeLessThanOrEqual(10);
    expect(changes("off")).toBeGreaterThan(3 * changes("on"));
  },
);

test.each([130, 200, 300, 900])("comes back to blocking when a load of %d a second is gone", (load) => {
  const { state, frames } = after({ rate: load }, [run(8_000), rate(30), run(6_000)]);
  expect(modesOf(frames).size).toBeGreaterThan(1);
  expect(state.mode).toBe("block");
  const later = after({ rate: load }, [run(8_000), rate(30), run(6_000), run(5_000)]).state;
  expect(later.lane.lost.all).toBe(state.lane.lost.all);
});

test("without a way back it stays lossy for ever, and the invariant says so", () => {
  const { state } = after({ rate: 300, wayBack: "off" }, [run(4_000), rate(30), run(20_000)]);
  expect(state.mode).toBe("sample");
  expect(broken(system, state)).toEqual(["way-back"]);
});

test("what waits in front of a buffer that stops blocking is offered again, in order", () => {
  const { state, frames } = after({ rate: 900, capacity: 5, growthBound: 5 }, [run(3_000)]);
  expect(frames.some((frame) => frame.state.lane.outside > 0)).toBe(true);
  expect(state.mode).not.toBe("block");
  expect(state.lane.outside).toBe(0);
  expect(state.lane.outOfOrder).toBe(0);
});

test("the same seed gives the same run", () => {
  const inputs = [run(1_500), rate(300), run(1_500), burst(20), run(500)];
  expect(traceHash(setupOf(system, {}, 3), inputs)).toBe(traceHash(setupOf(system, {}, 3), inputs));
  expect(traceHash(setupOf(system, {}, 3), inputs)).not.toBe(traceHash(setupOf(system, {}, 4), inputs));
});

test("the code on show is the controller’s when it looks, and the ruling strategy’s when a job comes", () => {
  const frames = after({ rate: 300 }, [run(2_000)]).frames;
  for (const { cause, state } of frames) {
    if (cause.mark === "change-mode") {
      expect(state.code).toMatchObject({ structure: "AdaptiveController", method: "decide" });
      expect(state.code?.marks).toEqual(["change-mode"]);
    }
    if (cause.mark === "serve") expect(state.code?.ended ?? true).toBe(true);
  }
  const sampling = frames.filter(({ cause, state }) => cause.mark === "arrive" && state.mode === "sample");
  expect(new Set(sampling.map(({ state }) => state.code?.structure))).toEqual(new Set(["SampleStrategy"]));
});
