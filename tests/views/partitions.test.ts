import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Frame,
  type Input,
  type LogState,
  Recording,
  registry,
  type System,
} from "../../src/engine/index.ts";
import { sample } from "../../src/stage/sample.ts";
import { view } from "../../src/views/partitions/view.ts";
import { setupOf } from "../engine/systems/script.ts";
import { faults, panes } from "./overlaps.ts";
import { madeUp, pictureOf, type Wanted } from "./partitions-states.ts";

const sizes = [
  ...panes,
  { width: 250, height: 180 },
  { width: 360, height: 640 },
  { width: 1_600, height: 1_000 },
  { width: 2_400, height: 700 },
];

const anyWanted: fc.Arbitrary<Wanted> = fc.record({
  partitions: fc.constantFrom(1, 2, 3, 4, 6, 12, 30, 200),
  brokers: fc.constantFrom(1, 3, 5, 20),
  replication: fc.constantFrom(1, 2, 3, 5),
  groups: fc.integer({ min: 0, max: 5 }),
  members: fc.constantFrom(0, 1, 3, 7, 40),
  records: fc.constantFrom(0, 3, 14, 60),
  segment: fc.constantFrom(1, 5, 40),
  flights: fc.integer({ min: 0, max: 20 }),
  trouble: fc.constantFrom(0, 0.3, 1),
  seed: fc.nat({ max: 10_000 }),
});

describe("the partition view", () => {
  it("overlaps no texts and clips none, at any size and between any two states", () => {
    fc.assert(
      fc.property(anyWanted, fc.nat({ max: 10_000 }), fc.constantFrom(...sizes), (wanted, seed, size) => {
        const [from, to] = [wanted, { ...wanted, seed }].map((one) =>
          view.layout(pictureOf(madeUp(one)), size),
        ) as [ReturnType<typeof view.layout>, ReturnType<typeof view.layout>];
        for (const t of [0, 0.25, 0.5, 0.75, 1]) {
          expect(faults(sample(from, to, t), size), `${size.width}×${size.height} at ${t}`).toEqual([]);
        }
        const keys = to.map(({ key }) => key);
        expect(keys.filter((key, place) => keys.indexOf(key) !== place)).toEqual([]);
        expect(to.length).toBeLessThan(700);
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it("is drawn of numbers alone, in whole sentences", () => {
    fc.assert(
      fc.property(anyWanted, fc.constantFrom(...sizes), (wanted, size) => {
        const picture = pictureOf(madeUp(wanted));
        for (const { key, n } of view.layout(picture, size)) {
          expect(Object.values(n).every(Number.isFinite), key).toBe(true);
          expect(Math.min(n.w ?? 0, n.h ?? 0, n.r ?? 0), key).toBeGreaterThanOrEqual(0);
        }
        const said = view.describe(picture);
        expect(said).not.toMatch(/NaN|undefined|null|\[object/);
        expect(said).toMatch(/^[A-Z].*\.$/);
      }),
      { numRuns: 100 },
    );
  });
});

const ask = (operation: string, values: Input["values"] = {}): Input => ({ operation, values });
const run = (time: number): Input => ask("run", { for: time });
const produce = (key: string, count = 1): Input => ask("produce", { key, value: "187.2", count });

function recorded(
  inputs: readonly Input[],
  parameters: Parameters<typeof setupOf>[1] = {},
): Recording<LogState> {
  const system = registry.get("distributed-log") as System;
  return new Recording(setupOf(system, parameters), inputs) as unknown as Recording<LogState>;
}

const shown = (frame: Frame<LogState>) => ({ frame, ahead: [] });

describe("the partition view of a real run", () => {
  const anyStep: fc.Arbitrary<Input> = fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 1, max: 40 }).map(run) },
    { weight: 1, arbitrary: fc.constantFrom(run(3_000), run(12_000)) },
    {
      weight: 3,
      arbitrary: fc
        .tuple(fc.constantFrom("AAPL", "MSFT", "GOOG"), fc.integer({ min: 1, max: 6 }))
        .map(([key, n]) => produce(key, n)),
    },
    {
      weight: 4,
      arbitrary: fc.constantFrom(
        ask("addConsumer", { group: "trading", count: 2 }),
        ask("addConsumer", { group: "audit", count: 1 }),
        ask("consume", { group: "trading", member: "a" }),
        ask("commit", { group: "trading" }),
        ask("crashConsumer", { group: "trading", member: "a" }),
        ask("killBroker", { broker: 1 }),
        ask("restartBroker", { broker: 1 }),
        ask("isolateBroker", { broker: 2 }),
        ask("heal"),
        ask("enforceRetention"),
        ask("compactNow"),
        ask("lookup", { partition: 0, offset: 2 }),
      ),
    },
  );

  it("overlaps no texts, clips none, and says something new whenever it changes", () => {
    fc.assert(
      fc.property(
        fc.array(anyStep, { minLength: 1, maxLength: 14 }),
        fc.constantFrom(1, 3, 5, 12),
        fc.constantFrom(...sizes),
        fc.nat(),
        (inputs, partitions, size, at) => {
          const recording = recorded(inputs, { partitions, retentionBytes: 800 });
          const first = 1 + (at % Math.max(1, recording.length - 1));
          for (let index = first; index < Math.min(recording.length, first + 12); index++) {
            const [before, after] = [shown(recording.frame(index - 1)), shown(recording.frame(index))];
            const [from, to] = [view.layout(before, size), view.layout(after, size)];
            for (const t of [0, 0.5, 1]) {
              expect(
                faults(sample(from, to, t), size),
                `${size.width}×${size.height}, frame ${index}`,
              ).toEqual([]);
            }
            expect(view.describe(after)).not.toMatch(/NaN|undefined|\[object/);
            const changed = sample(from, to, 0.5).some((mark, place) => mark !== from[place]);
            if (changed) expect(view.describe(after), `frame ${index}`).not.toBe(view.describe(before));
          }
        },
      ),
      { numRuns: 80 },
    );
  }, 60_000);

  it("follows a record from the producer to its leader, to the follower and to a consumer", () => {
    const recording = recorded([
      ask("addConsumer", { group: "trading", count: 1 }),
      run(4_000),
      produce("AAPL"),
      run(60),
      ask("consume", { group: "trading", member: "a" }),
      run(60),
    ]);
    const size = { width: 960, height: 560 };
    const where = new Set<string>();
    for (let index = 0; index < recording.length; index++) {
      for (const { key } of view.layout(shown(recording.frame(index)), size)) {
        if (/^record:0@[^:]+$/.test(key)) where.add(key);
      }
    }
    const { partitions } = recording.frame(recording.length - 1).state;
    const holder = [...partitions].find(({ replicas }) => (replicas[0]?.logEnd ?? 0) > 0);
    const copies = holder?.replicas.map(({ broker }) => `record:0@${broker}`) ?? [];
    expect(copies).toHaveLength(2);
    expect([...where].sort()).toEqual([...copies, "record:0@trading/a"].sort());
  });

  it("draws a log that is alone larger where there is more room", () => {
    const recording = recorded([produce("AAPL", 5), run(60)], { partitions: 1, replication: 1 });
    const cell = (width: number, height: number) =>
      view
        .layout(shown(recording.frame(recording.length - 1)), { width, height })
        .find(({ key }) => /^record:0@\d+$/.test(key))?.n;
    const [small, large] = [cell(960, 330), cell(960, 620)];
    expect(large?.h).toBeGreaterThan((small?.h ?? 0) * 1.4);
    expect(large?.w).toBeGreaterThan((small?.w ?? 0) * 1.3);
  });

  it("names a record beyond the high watermark as not yet readable", () => {
    const recording = recorded([produce("AAPL"), run(60)], { minInSync: 1 });
    const size = { width: 960, height: 560 };
    const names = Array.from(
      { length: recording.length },
      (_, index) =>
        view.layout(shown(recording.frame(index)), size).find(({ key }) => /^record:0@\d+$/.test(key))?.action
          ?.name,
    ).filter((name) => name !== undefined);
    expect(names[0]).toMatch(
      /^record 0, key AAPL, value 187\.2, on broker \d, not yet readable: past the high watermark$/,
    );
    expect(names.at(-1)).toMatch(/^record 0, key AAPL, value 187\.2, on broker \d$/);
  });
});

it("draws 1,000 partitions on 100 brokers read by 5,000 consumers with a bounded number of marks", () => {
  const state = madeUp({
    partitions: 1_000,
    brokers: 100,
    replication: 3,
    groups: 2,
    members: 2_500,
    records: 10,
    flights: 40,
    trouble: 0.5,
    seed: 4,
  });
  const drawn = sizes.map((size) => view.layout(pictureOf(state), size).length);
  expect(Math.max(...drawn)).toBeLessThan(600);
});
