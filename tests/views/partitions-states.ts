import { PersistentVector, Random } from "../../src/engine/index.ts";
import type {
  BrokerState,
  Flight,
  GroupPosition,
  GroupState,
  LogRecord,
  LogState,
  MemberState,
  PartitionState,
  ReplicaState,
  SegmentState,
} from "../../src/engine/systems/log/log-state.ts";
import type { Picture } from "../../src/views/view.ts";

/** How a made-up cluster is to be. */
export interface Wanted {
  readonly partitions: number;
  readonly brokers: number;
  readonly replication: number;
  readonly groups: number;
  readonly members: number;
  /** About so many records in each partition, in segments of so many. */
  readonly records: number;
  readonly segment?: number;
  readonly flights?: number;
  /** 0: nothing is wrong; 1: much is. */
  readonly trouble?: number;
  readonly seed: number;
  readonly more?: Partial<LogState>;
}

const KEYS = ["AAPL", "MSFT", "GOOG", "a-much-longer-key", null] as const;

/** A state that no run came to, in which what can be seen of a cluster stands side by side. */
export function madeUp(wanted: Wanted): LogState {
  const {
    partitions,
    brokers,
    replication,
    groups,
    members,
    records,
    segment = 5,
    flights = 4,
    trouble = 0,
    seed,
  } = wanted;
  const random = new Random(seed);
  const one = (most: number): number => random.whole(0, Math.max(0, most));
  const often = (share: number): boolean => random.whole(0, 99) < share * 100;
  const time = 4_321.5;
  let id = 0;
  const record = (): LogRecord => ({
    id: id++,
    key: KEYS[one(KEYS.length - 1)] as string | null,
    value: often(0.05) ? null : `${180 + one(20)}.${one(9)}`,
    timestamp: time - 500,
    bytes: 80,
    epoch: 1,
  });
  const broken = new Set<number>();
  const hosts = vector<BrokerState>(
    Array.from({ length: brokers }, (_, place) => {
      const state = often(trouble * 0.3) ? (often(0.5) ? "down" : "isolated") : "up";
      if (state !== "up") broken.add(place + 1);
      return { id: place + 1, state, leads: one(3), follows: one(3) };
    }),
  );
  const all: PartitionState[] = [];
  for (let index = 0; index < partitions; index++) {
    const start = often(0.5) ? one(40) : 0;
    const count = Math.max(0, records + one(6) - 3);
    const end = start + count;
    const log = Array.from({ length: count }, (_, place) => ({ offset: start + place, record: record() }));
    const high = Math.max(start, end - one(2));
    const replicas: ReplicaState[] = [];
    for (let copy = 0; copy < Math.min(replication, brokers); copy++) {
      const broker = ((index + copy) % brokers) + 1;
      const behind = copy === 0 ? 0 : Math.min(count, often(0.3) ? one(3) : 0);
      const extra =
        copy > 0 && behind === 0 && often(trouble * 0.3) ? [{ offset: end, record: record() }] : [];
      const own = [...log.slice(0, count - behind), ...extra];
      replicas.push({
        broker,
        role: broken.has(broker) ? "offline" : copy === 0 ? "leader" : "follower",
        deposed: false,
        inSync: !broken.has(broker),
        logStart: start,
        logEnd: end - behind + extra.length,
        highWatermark: Math.min(high, end - behind),
        segments: vector(segmentsOf(own, segment, start)),
      });
    }
    const leader = replicas.find(({ role }) => role !== "offline") ?? null;
    all.push({
      topic: "trades",
      partition: index,
      leader: leader?.broker ?? null,
      leaderEpoch: 1,
      isr: replicas.filter(({ inSync }) => inSync).map(({ broker }) => broker),
      replicas: leader === null ? replicas : [leader, ...replicas.filter((other) => other !== leader)],
      lostAcknowledged: often(trouble * 0.2) ? 1 + one(3) : 0,
      missingAcknowledged: 0,
      durableEnd: high,
      highWatermark: high,
      highestWatermark: high,
    });
  }
  const readers = Array.from({ length: groups }, (_, place) => groupOf(place));
  return {
    time,
    topic: "trades",
    replication,
    minInSync: 1,
    unclean: false,
    retention: { ms: 604_800_000, bytes: 10_000_000_000, compact: false },
    partitions: vector(all),
    brokers: hosts,
    groups: readers,
    producer: {
      acks: "all",
      sent: id,
      acknowledged: id - 2,
      failed: 1,
      waiting: 1,
      untold: 0,
      last: often(0.3)
        ? { partition: 0, offset: null, error: "NOT_ENOUGH_REPLICAS" }
        : { partition: 0, offset: 27, error: null },
      sticky: 1,
    },
    flights: Array.from({ length: flights }, (_, place) => flightOf(place)),
    touched: {
      partition: one(partitions - 1),
      broker: 1 + one(brokers - 1),
      member: null,
      records: [Math.max(0, id - 1)],
    },
    lookup: null,
    merged: null,
    code: null,
    compacted: false,
    ...wanted.more,
  };

  function groupOf(place: number): GroupState {
    const name = ["trading", "audit", "billing", "search", "alerts"][place] ?? `group-${place}`;
    const consumers: MemberState[] = Array.from({ length: members }, (_, at) => ({
      id: members > 26 ? `c${at}` : String.fromCharCode(97 + at),
      name: "a",
      state: often(trouble * 0.3)
        ? ((["joining", "crashed", "revoking"] as const)[one(2)] ?? "stable")
        : "stable",
      owns: Array.from({ length: partitions }, (_, p) => p).filter((p) => p % members === at),
      sessionUntil: time + 8_000,
      uncommitted: one(3),
      inHand: 0,
      polled: [],
      polling: false,
      error: null,
    }));
    const positions = all.map(({ replicas, highWatermark }, index): GroupPosition => {
      const { logStart = 0 } = replicas[0] ?? {};
      const position = logStart + one(highWatermark - logStart);
      const committed = often(0.15) ? null : often(0.6) ? position : Math.max(logStart, position - one(4));
      const owner = consumers[index % Math.max(1, members)]?.id ?? null;
      return { committed, position, lag: highWatermark - position, given: position, owner };
    });
    return {
      id: name,
      name,
      coordinator: 1,
      generation: 4,
      state: often(trouble * 0.5) ? "rebalancing" : "stable",
      assignor: place === 0 ? "range" : "cooperative-sticky",
      members: vector(consumers),
      positions: vector(positions),
      moved: often(0.5) ? [0] : [],
      processed: 120,
      twice: 2,
      skipped: 0,
      missed: 0,
      rebalances: 3,
    };
  }

  function flightOf(place: number): Flight {
    const kinds: readonly Flight["kind"][] = [
      "produce",
      "replicate",
      "deliver",
      "acknowledge",
      "fetch",
      "commit",
      "refuse",
    ];
    const kind = kinds[place % kinds.length] as Flight["kind"];
    const index = one(partitions - 1);
    const of = all[index];
    const leader = `broker-${of?.leader ?? 1}`;
    const other = `broker-${of?.replicas[1]?.broker ?? 1}`;
    const group = readers[0];
    const consumer = group === undefined ? "producer" : `${group.id}/${group.members.at(0)?.id ?? "a"}`;
    const [from, to] = {
      produce: ["producer", leader],
      replicate: [leader, other],
      deliver: [leader, consumer],
      acknowledge: [leader, "producer"],
      fetch: [other, leader],
      commit: [consumer, leader],
      refuse: [leader, "producer"],
    }[kind] as [string, string];
    const carries = ["produce", "replicate", "deliver"].includes(kind);
    const last = of?.replicas[0]?.segments.at((of.replicas[0]?.segments.length ?? 1) - 1);
    const known = last?.records.at(last.records.length - 1)?.record;
    const records = !carries ? [] : kind === "produce" || known === undefined ? [record()] : [known];
    const error = kind === "refuse" ? "NOT_ENOUGH_REPLICAS" : null;
    return {
      id: place,
      kind,
      from,
      to,
      partition: index,
      records,
      sent: time - 1 - one(4),
      due: time + 1 + one(4),
      error,
    };
  }
}

function segmentsOf(
  log: readonly { readonly offset: number; readonly record: LogRecord }[],
  size: number,
  start: number,
): SegmentState[] {
  const segments: SegmentState[] = [];
  for (let from = 0; from < Math.max(1, log.length); from += size) {
    const records = log.slice(from, from + size);
    segments.push({
      base: records[0]?.offset ?? start,
      bytes: records.length * 80,
      records: vector(records),
      index: records
        .filter((_, place) => place % 2 === 1)
        .map(({ offset }, place) => ({ offset, place: place * 160 })),
      newest: records.at(-1)?.record.timestamp ?? null,
      active: from + size >= log.length,
    });
  }
  return segments;
}

function vector<T>(values: readonly T[]): PersistentVector<T> {
  return values.reduce((all, value) => all.push(value), PersistentVector.filled<T>(0, undefined as T));
}

/** A picture of a state that somebody's step has led to. */
export function pictureOf(state: LogState, index = 1): Picture<LogState> {
  const cause = {
    input: 0,
    operation: "run",
    values: { for: 5 },
    mark: "move",
    detail: {},
    process: "broker-1",
  };
  return { frame: { index, time: state.time, cause, state }, ahead: [] };
}
