import fc from "fast-check";
import { expect, test } from "vitest";
import { mergeByTimestamp, type Stamped, undecided } from "../../../../src/engine/index.ts";
import { ClusterScript } from "./cluster-script.ts";

const log = (partition: number) =>
  fc
    .array(fc.nat(20), { maxLength: 12 })
    .map((stamps) => stamps.map((timestamp, offset) => ({ partition, timestamp, offset })));
const logs = fc.tuple(log(0), log(1), log(2));

test("a merge has every record once, and keeps the order of each partition, whatever the clocks say", () => {
  fc.assert(
    fc.property(logs, (all) => {
      const merged = mergeByTimestamp(all);
      for (const [partition, records] of all.entries())
        expect(merged.filter((one) => one.partition === partition)).toEqual(records);
    }),
  );
});

test("where no clock runs back, a merge is sorted", () => {
  fc.assert(
    fc.property(logs, (all) => {
      const steady = all.map((records) => [...records].sort((a, b) => a.timestamp - b.timestamp));
      const stamps = mergeByTimestamp(steady).map(({ timestamp }) => timestamp);
      expect(stamps).toEqual([...stamps].sort((a, b) => a - b));
    }),
  );
});

test("records of different partitions with one timestamp are not decided, those of one partition are", () => {
  const at = (partition: number, timestamp: number): Stamped => ({ partition, timestamp });
  const merged = [at(0, 1), at(0, 1), at(1, 2), at(1, 2), at(2, 2), at(0, 3)];
  expect(undecided(merged)).toEqual([false, false, true, true, true, false]);
});

test("a cluster merges what may be read, and tells what a slow clock has put before what was sent earlier", () => {
  const script = new ClusterScript();
  script.do("run 100 ms", "produce AAPL 187", "produce NFLX 641", "run 100 ms");
  expect(script.do("mergeByTime 16")).toBe(2);
  script.do("set producerClock -150", "produce AMZN 201", "run 100 ms");
  expect(script.state.merged).toBeNull();
  expect(script.do("mergeByTime 16")).toBe(2);
  const { entries, ahead } = script.state.merged ?? { entries: [], ahead: 0 };
  expect(entries.map(({ record }) => [record.key, record.timestamp])).toEqual([
    ["AMZN", 50],
    ["AAPL", 100],
    ["NFLX", 100],
  ]);
  expect(ahead).toBe(1);
  expect(script.do("mergeByTime 2")).toBe(2);
});
