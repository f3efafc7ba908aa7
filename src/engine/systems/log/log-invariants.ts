import type { Invariant } from "../define-system.ts";
import type { GroupState, LogState, PartitionState, ReplicaState } from "./log-state.ts";

function every<T>(values: Iterable<T>, holds: (value: T, index: number) => boolean): boolean {
  let index = 0;
  for (const value of values) if (!holds(value, index++)) return false;
  return true;
}

function ofPartitions(
  id: string,
  words: string,
  holds: (partition: PartitionState, state: LogState) => boolean,
): Invariant<LogState> {
  return { id, words, holds: (state) => every(state.partitions, (partition) => holds(partition, state)) };
}

function ofGroups(
  id: string,
  words: string,
  holds: (group: GroupState, state: LogState) => boolean,
): Invariant<LogState> {
  return { id, words, holds: (state) => state.groups.every((group) => holds(group, state)) };
}

/** Offsets of a replica rise; without compaction, each is one more than the one before. */
function rises({ segments, logEnd }: ReplicaState, dense: boolean): boolean {
  let next = segments.at(0)?.base ?? logEnd;
  for (const { base, records } of segments) {
    const [first, last] = [records.at(0), records.at(records.length - 1)];
    if (dense ? base !== next : base < next) return false;
    if (first !== undefined && last !== undefined) {
      const span = last.offset - first.offset + 1;
      if (first.offset < base || span < records.length) return false;
      if (dense && (first.offset !== base || span !== records.length)) return false;
      next = last.offset + 1;
    }
  }
  return dense ? next === logEnd : next <= logEnd;
}

function hasOneOwnerEach({ state, members, positions }: GroupState): boolean {
  if (state !== "stable") return true;
  const owners = new Map<number, string>();
  for (const { id, owns } of members) {
    for (const partition of owns) {
      if (owners.has(partition)) return false;
      owners.set(partition, id);
    }
  }
  return every(positions, ({ owner }, partition) => owner !== null && owners.get(partition) === owner);
}

function returnedAll({ members }: GroupState, dense: boolean): boolean {
  return every(members, ({ polled }) =>
    polled.every(({ from, to, offsets }) => {
      const inside = offsets.every(
        (offset, i) => offset >= from && offset < to && offset > (offsets[i - 1] ?? -1),
      );
      const whole = offsets.length === to - from;
      return inside && offsets.at(-1) === to - 1 && (whole || !dense);
    }),
  );
}

/** Once something was compacted there are gaps, also after compaction is switched off again. */
function isDense({ compacted }: LogState): boolean {
  return !compacted;
}

/** What is true of a cluster after every step, whatever fails. Losses are counted, not hidden: see `lostAcknowledged`. */
export const logInvariants: readonly Invariant<LogState>[] = [
  ofPartitions(
    "acknowledged-in-sync",
    "What was acknowledged by all is on every in-sync replica.",
    ({ durableEnd, replicas }) => replicas.every(({ inSync, logEnd }) => !inSync || logEnd >= durableEnd),
  ),
  ofPartitions(
    "dense-offsets",
    "Offsets rise one by one, but for what compaction removed.",
    ({ replicas }, state) => replicas.every((replica) => rises(replica, isDense(state))),
  ),
  ofPartitions(
    "high-watermark",
    "The high watermark is not beyond the log end of any in-sync replica.",
    ({ leader, replicas }) => {
      const leading = replicas.find(({ broker }) => broker === leader);
      if (leading === undefined) return true;
      return replicas.every(({ inSync, logEnd }) => !inSync || leading.highWatermark <= logEnd);
    },
  ),
  ofPartitions("within-log", "Log start ≤ high watermark ≤ log end, on every replica.", ({ replicas }) =>
    replicas.every(
      ({ logStart, highWatermark, logEnd }) => logStart <= highWatermark && highWatermark <= logEnd,
    ),
  ),
  ofGroups(
    "committed-only",
    "No group was given a record beyond the high watermark.",
    ({ positions }, { partitions }) =>
      every(positions, ({ given }, index) => (given ?? 0) <= (partitions.at(index)?.highestWatermark ?? 0)),
  ),
  ofGroups("one-owner", "In a stable group every partition has exactly one owner.", hasOneOwnerEach),
  ofGroups("nothing-skipped", "A poll’s position advances over exactly what it returns.", (group, state) =>
    returnedAll(group, isDense(state)),
  ),
  {
    id: "producer-account",
    words: "Sent = acknowledged + failed + waiting + untold.",
    holds: ({ producer: { sent, acknowledged, failed, waiting, untold } }) =>
      sent === acknowledged + failed + waiting + untold,
  },
];
