import * as z from "zod/mini";
import {
  acknowledgement,
  changePartition,
  compact,
  DistributedLogPartition,
  type ElectionConfig,
  effectiveMinIsr,
  fetched,
  joinable,
  KafkaError,
  type LeaderView,
  lagging,
  nextHighWatermark,
  type PartitionConfig,
  type PartitionEvent,
  type ProducerRecord,
  refusesAppend,
  register,
  watch,
} from "../../../src/engine/index.ts";
import type { Model } from "../model.ts";

const shape = z.object({ id: z.string(), rule: z.string() });

/** Statements read from Kafka's source: for each, what it says must be, beside what is. */
export const kafkaRules: Model<z.infer<typeof shape>> = {
  name: "kafka-rules",
  shape,
  firstDifference({ id, rule }) {
    const claims = rules[id];
    if (claims === undefined) return `no check for the rule “${rule}”`;
    for (const [i, [got, right]] of claims().entries()) {
      const [found, wanted] = [JSON.stringify(got), JSON.stringify(right)];
      if (found !== wanted) return `claim ${i} of “${rule}”: expected ${wanted}, got ${found}`;
    }
    return undefined;
  },
};

/** What is, and what must be. */
type Claim = readonly [got: unknown, right: unknown];

const rules: { readonly [id: string]: () => readonly Claim[] } = {
  HW1: () => [
    [nextHighWatermark(view({ followers: [at(2, 7), at(3, 9), at(4, 3, 0)], isr: [1, 2, 3] })), 7],
    [nextHighWatermark(view({ followers: [at(2, 7), at(3, 5, 0)], isr: [1, 2], joining: [3] })), 5],
  ],
  HW2: () => [
    [nextHighWatermark(view({ followers: [at(2, 8, NOW - 1000)] })), 8],
    [nextHighWatermark(view({ followers: [at(2, 8, NOW - 1000)], unavailable: [2] })), 10],
    [nextHighWatermark(view({ followers: [at(2, 8, NOW - 30_001)] })), 10],
  ],
  HW3: () => [
    [nextHighWatermark(view({ isr: [1], minIsr: 2, highWatermark: 4 })), 4],
    [nextHighWatermark(view({ isr: [1], minIsr: 1, highWatermark: 4 })), 10],
  ],
  HW4: () => {
    const log = logOf(9, 7);
    log.advanceHighWatermark(5);
    const kept = log.highWatermark;
    return [
      [nextHighWatermark(view({ followers: [at(2, 5)], isr: [1, 2], highWatermark: 7 })), 7],
      [kept, 7],
      [refusalOf(() => log.advanceHighWatermark(10)), "RangeError"],
    ];
  },
  HW5: () => {
    const log = logOf(9, 3);
    log.deleteRecords(3);
    log.setHighWatermark(1);
    const low = log.highWatermark;
    log.setHighWatermark(12);
    return [
      [low, 3],
      [log.highWatermark, 9],
    ];
  },
  HW6: () => {
    const log = logOf(9, 6);
    log.deleteRecords(2);
    return [
      [offsets(log.read(4, 10_000)), [4, 5]],
      [offsets(log.read(6, 10_000)), []],
      [offsets(log.read(9, 10_000)), []],
      [refusalOf(() => log.read(10, 1)), "OFFSET_OUT_OF_RANGE"],
      [refusalOf(() => log.read(1, 1)), "OFFSET_OUT_OF_RANGE"],
    ];
  },
  ISR1: () => [
    [effectiveMinIsr(3, 2), 2],
    [effectiveMinIsr(2, 3), 2],
  ],
  ISR2: () => [
    [refusesAppend("all", 1, 2), "NOT_ENOUGH_REPLICAS"],
    [refusesAppend("all", 2, 2), undefined],
    [refusesAppend(1, 1, 2), undefined],
    [refusesAppend(0, 1, 2), undefined],
  ],
  ISR3: () => [
    [acknowledgement("all", 8, view({ isr: [1, 2], minIsr: 2, highWatermark: 7 })), "waiting"],
    [acknowledgement("all", 8, view({ isr: [1, 2], minIsr: 2, highWatermark: 8 })), "stored"],
    [
      acknowledgement("all", 8, view({ isr: [1], minIsr: 2, highWatermark: 8 })),
      "NOT_ENOUGH_REPLICAS_AFTER_APPEND",
    ],
    [acknowledgement(1, 8, view({ isr: [1], minIsr: 2, highWatermark: 0 })), "stored"],
  ],
  ISR4: () => [
    [joinable(view({ highWatermark: 7, epochStartOffset: 8, followers: [at(2, 7)] })), []],
    [joinable(view({ highWatermark: 7, epochStartOffset: 8, followers: [at(2, 8)] })), [2]],
    [joinable(view({ highWatermark: 9, epochStartOffset: 8, followers: [at(2, 8)] })), []],
  ],
  ISR5: () => [
    [lagging(view({ isr: [1, 2], followers: [at(2, 10, 0)] })), []],
    [lagging(view({ isr: [1, 2], followers: [at(2, 9, NOW - 30_000)] })), []],
    [lagging(view({ isr: [1, 2], followers: [at(2, 9, NOW - 30_001)] })), [2]],
    [lagging(view({ isr: [1, 2], logEndOffset: 1e9, followers: [at(2, 9, NOW)] })), []],
  ],
  ISR6: () => {
    const asked = fetched(watch(2, false, 0), 4, 10, 100);
    const there = fetched(asked, 12, 12, 200);
    const behindOne = fetched(there, 12, 15, 300);
    const behindTwo = fetched(behindOne, 13, 20, 400);
    const stillBehind = fetched(behindOne, 15, 20, 400);
    return [
      [there.lastCaughtUpTime, 200],
      [behindOne.lastCaughtUpTime, 200],
      [behindTwo.lastCaughtUpTime, 200],
      [stillBehind.lastCaughtUpTime, 300],
    ];
  },
  ISR7: () => [[lagging(view({ isr: [1, 2], followers: [at(1, 0, 0), at(2, 0, 0)] })), [2]]],
  ISR8: () => [
    [joinable(view({ followers: [at(2, 10), at(3, 10)], unavailable: [3] })), [2]],
    [joinable(view({ followers: [at(2, 10), at(3, 10)], joining: [3] })), []],
    [joinable(view({ followers: [at(2, 10)], isr: [1, 3], leaving: [3] })), []],
    [lagging(view({ followers: [at(2, 0, 0)], isr: [1, 2], joining: [3] })), []],
  ],
  EL1: () => [
    [after([1, 2, 3], [fence(3)]).leader, 1],
    [after([1, 2, 3], [{ kind: "shrink", broker: 2 }, fence(1)]).leader, 3],
    [after([1, 2, 3], [fence(1), fence(2), fence(3), unfence(2)], { elr: true, min: 3 }).leader, 2],
  ],
  EL2: () => {
    const lost: PartitionEvent[] = [fence(2), fence(1), unfence(2)];
    const clean = after([1, 2], lost);
    const unclean = after([1, 2], lost, { unclean: true });
    const asked = after([1, 2], [...lost, { kind: "electUnclean" }]);
    return [
      [clean.leader, -1],
      [
        [unclean.leader, unclean.isr, unclean.recovering],
        [2, [2], true],
      ],
      [
        [asked.leader, asked.isr, asked.recovering],
        [2, [2], true],
      ],
      [after([1, 2], [...lost, { kind: "recovered" }], { unclean: true }).recovering, false],
    ];
  },
  EL3: () => {
    const { leader, isr } = after([1, 2], [fence(1), fence(2)]);
    return [
      [
        { leader, isr },
        { leader: -1, isr: [2] },
      ],
    ];
  },
  EL4: () => [
    [after([1, 2], [fence(1), unfence(1)]).leader, 2],
    [after([1, 2], [fence(2), fence(1), unfence(1)]).leader, 1],
  ],
  EL5: () => {
    const config = settings({});
    const start = register([1, 2]);
    const other = after([1, 2], [fence(1), unfence(1)]);
    const caughtUp = after([1, 2], [fence(1), unfence(1), { kind: "expand", broker: 1 }]);
    return [
      [changePartition(start, { kind: "electPreferred" }, config).refusal, "ELECTION_NOT_NEEDED"],
      [changePartition(other, { kind: "electPreferred" }, config).refusal, "PREFERRED_LEADER_NOT_AVAILABLE"],
      [changePartition(caughtUp, { kind: "electPreferred" }, config).state.leader, 1],
    ];
  },
  LOG1: () => {
    const rolls = (config: Partial<PartitionConfig>, ...times: readonly number[]) => {
      const log = logAt(config, 0);
      for (const time of times) log.appendBatch([record("k", "v", time)]);
      return log.segments.map(({ baseOffset }) => baseOffset);
    };
    const size = logOf(1, 0).bytes;
    const far = logAt({}, 0);
    far.replicate({ ...far.appendBatch([record("k", "v", 0)]), baseOffset: 2 ** 31, lastOffset: 2 ** 31 });
    return [
      [rolls({ segmentBytes: 2 * size }, 0, 0, 0), [0, 2]],
      [rolls({ segmentBytes: 2 * size - 1 }, 0, 0), [0, 1]],
      [rolls({ segmentMs: 10 }, 0, 10, 11), [0, 2]],
      [rolls({ indexIntervalBytes: 0, segmentIndexBytes: 8 }, 0, 0, 0), [0, 2]],
      [far.segments.length, 2],
    ];
  },
  LOG2: () => {
    const clock = { now: 0 };
    const log = new DistributedLogPartition({ segmentMs: 10 }, () => clock.now);
    log.appendBatch([record("k", "v", 5)]);
    clock.now = 1000;
    log.appendBatch([record("k", "v", 15)]);
    const byRecords = log.segments.length;
    log.appendBatch([record("k", "v", 16)]);
    return [
      [byRecords, 1],
      [log.segments.length, 2],
    ];
  },
  LOG3: () => {
    const size = logOf(1, 0).bytes;
    const kept = (retentionBytes: number) => {
      const log = logOf(5, 5, { segmentBytes: size, retentionBytes });
      log.applyRetention();
      return log.bytes / size;
    };
    return [
      [kept(3 * size), 3],
      [kept(3 * size - 1), 3],
      [kept(2 * size + 1), 3],
      [kept(-1), 5],
    ];
  },
  LOG4: () => {
    const clock = { now: 0 };
    const log = new DistributedLogPartition({ segmentBytes: 150, retentionMs: 100 }, () => clock.now);
    for (const time of [0, 50, 60, 70]) log.appendBatch([record("k", "v", time)]);
    log.advanceHighWatermark(4);
    clock.now = 150;
    const early = log.applyRetention().byTime;
    clock.now = 151;
    return [
      [log.segments.map(({ largestTimestamp }) => largestTimestamp), [50, 70]],
      [early, 0],
      [log.applyRetention().byTime, 1],
    ];
  },
  LOG5: () => {
    const log = logOf(5, 2, { segmentBytes: 1, retentionBytes: 0 });
    log.applyRetention();
    return [[log.segments[0]?.baseOffset, 2]];
  },
  LOG6: () => {
    const size = logOf(1, 0).bytes;
    const clock = { now: 0 };
    const log = new DistributedLogPartition({ segmentBytes: 1, retentionBytes: 4 * size }, () => clock.now);
    for (let time = 0; time < 7; time++) log.appendBatch([record("k", "v", 100 * time)]);
    log.advanceHighWatermark(7);
    log.deleteRecords(2);
    log.configure({ retentionMs: 100 });
    clock.now = 450;
    return [[log.applyRetention(), { byLogStart: 2, bySize: 1, byTime: 1 }]];
  },
  CMP1: () => {
    const log = logAt({}, 0);
    const batches = [
      record("a", "1"),
      record(null, "2"),
      record("b", "3"),
      record("a", "4"),
      record("b", "5"),
    ].map((one) => log.appendBatch([one]));
    const pass = { now: 0, deleteRetentionMs: 0, firstDirtyOffset: 0 };
    return [
      [offsets(compact(batches, { ...pass, firstUncleanableOffset: 5 }).batches), [3, 4]],
      [offsets(compact(batches, { ...pass, firstUncleanableOffset: 4 }).batches), [2, 3]],
    ];
  },
  CMP2: () => {
    const tombstone = logAt({}, 0).appendBatch([record("a", null)]);
    const pass = { deleteRetentionMs: 50, firstDirtyOffset: 0, firstUncleanableOffset: 1 };
    const first = compact([tombstone], { ...pass, now: 1000 }).batches;
    const left = (now: number) => compact(first, { ...pass, now }).batches.length;
    return [
      [first.map(({ deleteHorizon }) => deleteHorizon), [1050]],
      [
        [left(1049), left(1050)],
        [1, 0],
      ],
    ];
  },
  CMP3: () => {
    const log = logOf(3, 3);
    log.compact();
    const open = offsets(log.segments.flatMap(({ batches }) => batches));
    log.roll();
    log.append("k", "v");
    log.compact();
    return [
      [open, [0, 1, 2]],
      [offsets(log.segments.flatMap(({ batches }) => batches)), [2, 3]],
    ];
  },
};

const NOW = 100_000;

/** Broker 1 leads, its log ends at 10, and it alone is in sync. */
function view(changes: Partial<LeaderView>): LeaderView {
  return {
    id: 1,
    logEndOffset: 10,
    highWatermark: 0,
    epochStartOffset: 0,
    isr: [1],
    joining: [],
    leaving: [],
    followers: [],
    unavailable: [],
    minIsr: 1,
    now: NOW,
    lagTimeMax: 30_000,
    ...changes,
  };
}

function at(id: number, logEndOffset: number, lastCaughtUpTime: number = NOW) {
  return { id, logEndOffset, lastCaughtUpTime, lastFetchTime: NOW, lastFetchLeaderEnd: 10 };
}

function record(key: string | null, value: string | null, timestamp = 0): ProducerRecord {
  return { key, value, timestamp };
}

function logAt(config: Partial<PartitionConfig>, now: number): DistributedLogPartition {
  return new DistributedLogPartition(config, () => now);
}

/** A log of some records, one a batch, all of one key. */
function logOf(records: number, highWatermark: number, config: Partial<PartitionConfig> = {}) {
  const log = logAt({ retentionMs: -1, ...config }, 0);
  for (let i = 0; i < records; i++) log.append("k", "v");
  log.advanceHighWatermark(highWatermark);
  return log;
}

function offsets(batches: readonly { readonly records: readonly { readonly offset: number }[] }[]): number[] {
  return batches.flatMap(({ records }) => records.map(({ offset }) => offset));
}

function refusalOf(attempt: () => unknown): string {
  try {
    attempt();
  } catch (error) {
    return error instanceof KafkaError ? error.code : (error as Error).name;
  }
  return "none";
}

interface Settings {
  readonly unclean?: boolean;
  readonly elr?: boolean;
  readonly min?: number;
}

function settings({ unclean = false, elr = false, min = 1 }: Settings): ElectionConfig {
  return { uncleanElection: unclean, eligibleLeaderReplicas: elr, minInsyncReplicas: min };
}

function after(replicas: readonly number[], events: readonly PartitionEvent[], chosen: Settings = {}) {
  return events.reduce(
    (state, event) => changePartition(state, event, settings(chosen)).state,
    register(replicas),
  );
}

function fence(broker: number): PartitionEvent {
  return { kind: "fence", broker };
}

function unfence(broker: number): PartitionEvent {
  return { kind: "unfence", broker };
}
