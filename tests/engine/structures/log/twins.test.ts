import { describe, expect, test } from "vitest";
import { type Detail, Random } from "../../../../src/engine/index.ts";
import { DistributedLogPartition } from "../../../../src/engine/structures/log/distributed-log-partition.ts";
import { HashPartitioner } from "../../../../src/engine/structures/log/hash-partitioner.ts";
import type { RecordBatch } from "../../../../src/engine/structures/log/record-batch.ts";
import { StickyPartitioner } from "../../../../src/engine/structures/log/sticky-partitioner.ts";
import { askPython, hasPython } from "../python.ts";

type Value = string | number | boolean | null | readonly (readonly number[])[];
type Call = readonly [method: string, ...values: Value[]];
type Heard = readonly [mark: string, detail: Detail];

/** What both are made with: the partitioners take a number, the partition its configuration. */
interface Setup {
  readonly partitions: number;
  readonly draws: readonly number[];
  readonly config: { readonly [name: string]: number | string };
}

interface Twin {
  readonly name: string;
  readonly run: (setup: Setup, calls: readonly Call[]) => readonly Heard[];
  readonly call: (random: Random) => Call;
}

const keys = ["AAPL", "NFLX", "", "Überschuß", "日本", "😀", "a", "abc", "abcd", "abcdefgh"];

const twins: readonly Twin[] = [
  {
    name: "HashPartitioner",
    run: ({ partitions }, calls) => heardBy(new HashPartitioner(partitions), calls),
    call: (random) => {
      const key =
        random.whole(0, 9) === 0 ? null : `${keys[random.whole(0, keys.length - 1)]}${random.whole(0, 999)}`;
      const named = random.whole(0, 3) === 0 ? [random.whole(-1, 12)] : [];
      return ["partition", key, ...named];
    },
  },
  {
    name: "StickyPartitioner",
    run: ({ partitions, draws }, calls) => {
      const left = [...draws];
      const sticky = new StickyPartitioner(partitions, 300, () => left.shift() ?? 0);
      return heardBy(
        {
          set trace(trace: StickyPartitioner["trace"]) {
            sticky.trace = trace;
          },
          partition: () => sticky.partition(),
          sent: (bytes: number, whole: boolean) => sticky.sent(bytes, whole),
          setLeader: (partition: number, known: boolean) => sticky.setLeader(partition, known),
          setQueues: (pairs: readonly (readonly [number, number])[]) =>
            sticky.setQueues(pairs.map(([partition, queued]) => ({ partition, queued }))),
        },
        calls,
      );
    },
    call: (random) => {
      const which = random.whole(0, 9);
      if (which < 3) return ["partition"];
      if (which < 8) return ["sent", random.whole(1, 250), random.whole(0, 1) === 1];
      if (which === 8) return ["setLeader", random.whole(0, 2), random.whole(0, 1) === 1];
      return ["setQueues", [0, 1].map((partition) => [partition, random.whole(0, 3)])];
    },
  },
  {
    name: "DistributedLogPartition",
    run: ({ config }, calls) => {
      let now = 0;
      const log = new DistributedLogPartition(config, () => now);
      return heardBy(
        {
          set trace(trace: DistributedLogPartition["trace"]) {
            log.trace = trace;
          },
          tick: (ms: number) => {
            now += ms;
          },
          append: (key: string, value: string | null) => log.append(key, value),
          becomeLeader: (epoch: number) => log.becomeLeader(epoch),
          roll: () => log.roll(),
          advanceHighWatermark: (offset: number) => log.advanceHighWatermark(offset),
          setHighWatermark: (offset: number) => log.setHighWatermark(offset),
          read: (offset: number, bytes: number, isolation: "log-end") =>
            ends(log.read(offset, bytes, isolation)),
          segmentOf: (offset: number) => log.segmentOf(offset),
          applyRetention: () => log.applyRetention(),
          deleteRecords: (offset: number) => log.deleteRecords(offset),
          truncateTo: (offset: number) => log.truncateTo(offset),
        },
        calls,
      );
    },
    call: (random) => {
      const which = random.whole(0, 19);
      const offset = random.whole(0, 40);
      if (which < 8) return ["append", keys[which] ?? "", which === 0 ? null : "187.2"];
      if (which < 11) return ["advanceHighWatermark", offset];
      const rest: readonly Call[] = [
        ["tick", random.whole(0, 400)],
        ["becomeLeader", random.whole(1, 6)],
        ["roll"],
        ["setHighWatermark", offset],
        ["read", offset, random.whole(1, 400), random.whole(0, 1) === 0 ? "log-end" : "high-watermark"],
        ["segmentOf", offset],
        ["applyRetention"],
        ["deleteRecords", offset],
        ["truncateTo", random.whole(10, 60)],
      ];
      return rest[which - 11] ?? ["roll"];
    },
  },
];

function ends(batches: readonly RecordBatch[]): number[][] {
  return batches.map(({ baseOffset, lastOffset, bytes }) => [baseOffset, lastOffset, bytes]);
}

/** Every mark and every result; an error is heard as one. */
function heardBy<T extends { trace: unknown }>(made: T, calls: readonly Call[]): readonly Heard[] {
  const heard: Heard[] = [];
  made.trace = (mark: string, detail: Detail = {}) => {
    heard.push([mark, detail]);
  };
  for (const [method, ...values] of calls) {
    const operation: unknown = Reflect.get(made, method);
    if (typeof operation !== "function") throw new Error(`no method ${method}`);
    let result: Detail[string] = "refused";
    try {
      result = operation.apply(made, values) ?? null;
    } catch {
      // What was heard of it is compared all the same.
    }
    heard.push(["return", { result }]);
  }
  return JSON.parse(JSON.stringify(heard));
}

const names = [
  "murmur2",
  "hash-partitioner",
  "sticky-partitioner",
  "offset-index",
  "log-segment",
  "record-batch",
  "leader-epochs",
  "retention",
  "distributed-log-partition",
].map((name) => `log/${name}`);

const driver = `
snake = lambda name: re.sub("[A-Z]", lambda letter: "_" + letter[0].lower(), name)
now = 0
def make(setup):
    if asked["name"] == "HashPartitioner": return HashPartitioner(setup["partitions"])
    if asked["name"] == "StickyPartitioner":
        left = iter(setup["draws"])
        return StickyPartitioner(setup["partitions"], 300, lambda: next(left, 0))
    return DistributedLogPartition({snake(name): value for name, value in setup["config"].items()}, lambda: now)
for run in asked["runs"]:
    heard, now = [], 0
    made = make(run["setup"])
    made.trace = lambda mark, **detail: heard.append([mark, detail])
    for method, *values in run["calls"]:
        result = None
        try:
            if method == "tick": now += values[0]
            else: result = getattr(made, snake(method))(*values)
        except (ValueError, OffsetOutOfRange):
            result = "refused"
        if method == "read" and result != "refused":
            result = [[batch.base_offset, batch.last_offset, batch.bytes] for batch in result]
        heard.append(["return", {"result": result}])
    told.append(heard)
`;

function setupOf(random: Random): Setup {
  return {
    partitions: random.whole(2, 12),
    draws: Array.from({ length: 80 }, () => random.whole(0, 0x7fffffff)),
    config: {
      segmentBytes: random.whole(150, 500),
      segmentMs: random.whole(200, 2_000),
      indexIntervalBytes: random.whole(0, 150),
      segmentIndexBytes: random.whole(2, 10) * 8,
      retentionBytes: random.whole(0, 3) === 0 ? -1 : random.whole(200, 1_500),
      retentionMs: random.whole(0, 3) === 0 ? -1 : random.whole(200, 3_000),
      cleanupPolicy: random.whole(0, 4) === 0 ? "compact" : "delete",
      deleteRetentionMs: 1_000,
    },
  };
}

describe.skipIf(!hasPython)(
  "the Python twin makes the same marks, with the same particulars and results",
  () => {
    test.each(twins)("$name", ({ name, run, call }) => {
      const random = new Random(7).fork(name);
      const runs = Array.from({ length: 40 }, () => {
        return { setup: setupOf(random), calls: Array.from({ length: 80 }, () => call(random)) };
      });
      const answers = askPython(names, driver, { name, runs });
      for (const [i, { setup, calls }] of runs.entries()) expect(answers[i]).toEqual(run(setup, calls));
    });
  },
);
