import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type BackpressureComparisonState,
  backpressureComparison,
  type Frame,
  type Input,
  type Plain,
  type System,
  traceHash,
} from "../../../src/engine/index.ts";
import { broken, framesOf, setupOf } from "./script.ts";

const system = backpressureComparison as unknown as System;
const run = (time: number): Input => ({ operation: "run", values: { for: time } });
const set = (parameter: string, value: Plain): Input => ({ operation: "set", values: { parameter, value } });
const burst = (jobs: number): Input => ({ operation: "burst", values: { jobs } });

function after(parameters: { readonly [name: string]: Plain }, inputs: readonly Input[], seed = 1) {
  const frames = framesOf(setupOf(system, parameters, seed), inputs) as Frame<BackpressureComparisonState>[];
  return { frames, state: frames.at(-1)?.state as BackpressureComparisonState };
}

const parameters = fc.record({
  load: fc.integer({ min: 10, max: 400 }),
  capacity: fc.integer({ min: 1, max: 20 }),
  service: fc.integer({ min: 1, max: 20 }),
  arrivals: fc.constantFrom("random", "even", "bursts"),
  samplingRate: fc.integer({ min: 1, max: 100 }),
  threshold: fc.integer({ min: 1, max: 100 }),
  growthBound: fc.integer({ min: 1, max: 40 }),
  growthFactor: fc.integer({ min: 101, max: 400 }),
});
/** Any live parameter, in the middle of a run. */
const setting = parameters.chain(({ capacity: _, ...live }) =>
  fc.constantFrom(...Object.entries(live)).map(([parameter, value]) => set(parameter, value)),
);
const input = fc.oneof(
  fc.integer({ min: 1, max: 400 }).map(run),
  fc.integer({ min: 1, max: 30 }).map(burst),
  setting,
  fc
    .constantFrom("arrivals", "consumers", "producer")
    .map((thread): Input => ({ operation: "pick", values: { thread } })),
);

test("every invariant holds at every step, whatever is set and done", () => {
  fc.assert(
    fc.property(parameters, fc.integer(), fc.array(input, { maxLength: 8 }), (given, seed, inputs) => {
      for (const { state, index } of after(given, inputs, seed).frames)
        expect(broken(system, state), `frame ${index}`).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test("the same seed gives the same run, and another seed another", () => {
  const inputs = [run(500), set("load", 250), run(300), burst(5)];
  expect(traceHash(setupOf(system, {}, 3), inputs)).toBe(traceHash(setupOf(system, {}, 3), inputs));
  expect(traceHash(setupOf(system, {}, 3), inputs)).not.toBe(traceHash(setupOf(system, {}, 4), inputs));
});

test("below what the consumer can do, the five are one and the same", () => {
  const { lanes } = after({ load: 40 }, [run(10_000)]).state;
  for (const lane of Object.values(lanes)) {
    expect(lane.lost.all).toBe(0);
    expect(lane.p99).toBe(lanes.block.p99);
    expect(lane.consumed).toBe(lanes.block.consumed);
  }
  expect(lanes.block.stoodStill).toBe(0);
});

describe("at one and a half times the load", () => {
  const { lanes, time } = after({}, [run(10_000)]).state;

  test("every consumer is always busy, so all have done the same number of jobs", () => {
    for (const lane of Object.values(lanes))
      expect(Math.abs(lane.consumed - lanes.block.consumed)).toBeLessThan(4);
  });

  test("block pays with waiting: its latency is the longest and its producer stood still most of the time", () => {
    for (const lane of [lanes.dropOldest, lanes.dropNewest, lanes.sample, lanes.grow])
      expect(lane.p99).toBeLessThan(lanes.block.p99 ?? 0);
    expect(lanes.block.stoodStill).toBeGreaterThan(time * 0.8);
    expect(lanes.block.lost.all).toBe(0);
  });

  test("the others pay with jobs, each in its own way", () => {
    expect(lanes.dropOldest.lost).toMatchObject({ refused: 0, sampled: 0 });
    expect(lanes.dropNewest.lost).toMatchObject({ evicted: 0, sampled: 0 });
    expect(lanes.sample.lost.evicted).toBe(0);
    for (const lane of [lanes.dropOldest, lanes.dropNewest, lanes.sample])
      expect(lane.lost.all).toBeGreaterThan(100);
    expect(lanes.grow.lost.all).toBeLessThan(lanes.dropNewest.lost.all);
    expect(lanes.grow.peak).toBe(64);
  });

  test("what the oldest gave way for is fresher", () => {
    expect(lanes.dropOldest.p99).toBeLessThan(lanes.dropNewest.p99 ?? 0);
  });
});

test("sampling counts both kinds of loss: let in by lot and then no room", () => {
  const { lanes } = after({ load: 400, samplingRate: 90 }, [run(2_000)]).state;
  expect(lanes.sample.lost.sampled).toBeGreaterThan(0);
  expect(lanes.sample.lost.refused).toBeGreaterThan(0);
});

test("a producer that waits does nothing until there is room", () => {
  const { frames } = after({ load: 400, capacity: 1 }, [run(1_000)]);
  const steps = frames.filter(({ cause }) => cause.process === "producer");
  const stored = (frames.at(-1)?.state.lanes.block.stored ?? 0) - 1;
  expect(steps.length).toBeLessThanOrEqual(stored + 1);
});

test("growing by the number alone loses order, and copying does not", () => {
  expect(broken(system, after({ growing: "copies" }, [run(3_000)]).state)).toEqual([]);
  const wrong = broken(system, after({ growing: "changes-number" }, [run(3_000)]).state);
  expect(wrong).toEqual(["all-accounted-for", "order-kept"]);
});

test("another load brings the same draws: the picture changes smoothly with the slider", () => {
  const times = (load: number) =>
    after({ load }, [run(2_000)])
      .frames.filter(({ cause }) => cause.mark === "arrive")
      .map(({ time }) => time);
  const [slow, fast] = [times(100), times(200)];
  slow.slice(0, 50).forEach((time, i) => {
    expect(fast[i]).toBeCloseTo(time / 2, 0);
  });
});

test("the code on show is that of the offer which tells most, and of a ring that grows how it does", () => {
  const { frames } = after({ load: 200 }, [run(1_000)]);
  const running = frames.flatMap(({ cause, state: { code } }) =>
    code === null || code.ended ? [] : [{ mark: cause.mark, code }],
  );
  expect(new Set(running.map(({ mark }) => mark))).toEqual(new Set(["arrive", "let-in"]));
  const shown = new Set(running.map(({ code }) => `${code.structure}.${code.method} ${code.marks[0]}`));
  expect(shown).toContain("BlockStrategy.offer wait");
  expect(shown).toContain("SampleStrategy.offer sample-away");
  expect(shown).toContain("GrowableRing.enlarge allocate");
});

test("where a hole is read, the code on show is that which reads it", () => {
  const { frames } = after({ growing: "changes-number" }, [run(3_000)]);
  const hole = frames.find(({ state }) => state.lanes.grow.holes > 0);
  expect(hole?.state.code).toMatchObject({ structure: "NumberGrowingRing", method: "pop" });
  const grown = frames.filter(({ state: { code } }) => code?.method === "enlarge" && !code.ended);
  expect(grown.map(({ state }) => state.code?.marks[0])).toContain("change-number");
});
