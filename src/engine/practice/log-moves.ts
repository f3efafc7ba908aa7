import { grouped } from "../systems/grouped.ts";
import type { LogState, PartitionState, ReplicaState } from "../systems/log/log-state.ts";
import type { Frame } from "../systems/run.ts";
import { type Asked, doneKind, type MoveKind, type Target } from "./practice.ts";

/** So many offsets beyond the longest log are there to be taken for the right one. */
const BEYOND = 2;

function leaderOf({ replicas }: PartitionState): ReplicaState {
  return replicas[0] as ReplicaState;
}

/** The offsets that a log end or a high watermark may be mistaken for. */
function offsetsOf({ partitions }: LogState): readonly number[] {
  const most = Math.max(...[...partitions].map((partition) => leaderOf(partition).logEnd));
  return Array.from({ length: most + BEYOND }, (_, offset) => offset);
}

const atOffset = (question: string): NonNullable<MoveKind<LogState>["on"]> => ({
  question,
  targets: offsetsOf,
  name: (offset) => `offset ${offset}`,
});

/** The moves that sending a record asks for. */
export const produceKinds: readonly MoveKind<LogState>[] = [
  {
    id: "partition",
    title: "Choose the partition",
    on: {
      question: "Which one?",
      pick: "partition",
      targets: ({ partitions }) => [...partitions].map((_, index) => index),
      name: (partition) => `partition ${partition}`,
    },
    says: (partition) => `the record goes to partition ${partition}`,
  },
  {
    id: "roll",
    title: "Begin a new segment",
    says: () => "a new segment begins",
  },
  {
    id: "append",
    title: "The leader appends it",
    on: atOffset("At which offset?"),
    says: (offset) => `the leader appends it at offset ${offset}`,
  },
  {
    id: "copy",
    title: "A follower appends it",
    on: {
      question: "Which broker?",
      pick: "broker",
      targets: ({ brokers }) => [...brokers].map(({ id }) => id),
      name: (broker) => `broker ${broker}`,
    },
    says: (broker) => `broker ${broker} appends its copy`,
  },
  {
    id: "watermark",
    title: "The high watermark moves",
    on: atOffset("To which offset?"),
    says: (offset) => `the high watermark moves to ${offset}`,
  },
  {
    id: "acknowledge",
    title: "The producer hears of it",
    says: () => "the producer hears that it is stored",
  },
  doneKind("Nothing more happens", "nothing more happens"),
];

/** What a frame asks while a record is on its way into its log. */
export function askedOfProduce(frame: Frame<LogState>, before: Frame<LogState>): readonly Asked[] {
  const { mark, detail } = frame.cause;
  const { state } = frame;
  const together = `${frame.time}`;
  if (mark === "modulo")
    return [partitionAsked(Number(detail.partition), Number(before.cause.detail.positive), state)];
  const asked: Asked[] = [];
  for (const [index, partition] of [...state.partitions].entries()) {
    const earlier = before.state.partitions.at(index);
    if (earlier === undefined || earlier === partition) continue;
    for (const [place, replica] of partition.replicas.entries()) {
      const was = earlier.replicas[place];
      if (was === undefined || was.logEnd === replica.logEnd) continue;
      if (place === 0) asked.push(...appendAsked(was, replica));
      else {
        asked.push({
          moves: [{ kind: "copy", target: replica.broker }],
          why: `Broker ${replica.broker} follows: it fetches what its leader has, and appends it at the same offset.`,
          together,
        });
      }
    }
    if (partition.highWatermark !== earlier.highWatermark) {
      asked.push({
        moves: [{ kind: "watermark", target: partition.highWatermark }],
        why: watermarkWhy(partition),
      });
    }
  }
  if (mark === "acknowledged") {
    const why =
      state.producer.acks === "all"
        ? "With acks=all the leader answers when every copy in sync has the record."
        : "With acks=1 the leader answers as soon as it has the record itself.";
    asked.push({ moves: [{ kind: "acknowledge", target: null }], why, together });
  }
  return asked;
}

function partitionAsked(target: number, positive: number, { partitions }: LogState): Asked {
  const sum = `${grouped(positive)} mod ${partitions.length} = ${target}`;
  return { moves: [{ kind: "partition", target }], why: `The hash of the key decides: ${sum}.` };
}

function appendAsked(was: ReplicaState, replica: ReplicaState): readonly Asked[] {
  const append = {
    moves: [{ kind: "append", target: was.logEnd }],
    why: `Its log ended before offset ${was.logEnd}, and the next record gets the next number.`,
  };
  if (was.segments.length === replica.segments.length) return [append];
  const full = was.segments.at(was.segments.length - 1);
  const why = `The last segment holds ${full?.records.length} records, and one more would be too many bytes.`;
  return [{ moves: [{ kind: "roll", target: null }], why }, append];
}

function watermarkWhy({ replicas, highWatermark }: PartitionState): string {
  return replicas.length === 1
    ? `There is one copy, and all it holds is everywhere: up to ${highWatermark} it may be read.`
    : `Now the leader knows that every copy in sync holds all below ${highWatermark}.`;
}

/** The moves of a retention pass. */
export const retentionKinds: readonly MoveKind<LogState>[] = [
  {
    id: "remove",
    title: "Remove a segment",
    on: {
      question: "Which one? They are named by their first offset.",
      targets: ({ partitions }) =>
        [...(partitions.at(0)?.replicas[0]?.segments ?? [])].map(({ base }) => base),
      name: segmentName,
    },
    says: (base) => `${segmentName(base)} is removed`,
  },
  {
    id: "log-start",
    title: "The log start moves",
    on: atOffset("To which offset?"),
    says: (offset) => `the log start moves to offset ${offset}`,
  },
  doneKind("Nothing more goes", "nothing more goes"),
];

function segmentName(base: Target): string {
  return `the segment from ${base}`;
}

/** What a frame asks in a retention pass: the segments go one by one, oldest first, then the log starts later. */
export function askedOfRetention({ state }: Frame<LogState>, before: Frame<LogState>): readonly Asked[] {
  const [now, was] = [state, before.state].map(({ partitions }) => partitions.at(0)?.replicas[0]);
  if (now === undefined || was === undefined || now.logStart === was.logStart) return [];
  const bases = new Set([...now.segments].map(({ base }) => base));
  let bytes = [...was.segments].reduce((sum, segment) => sum + segment.bytes, 0);
  const least = state.retention.bytes;
  const asked: Asked[] = [];
  for (const segment of was.segments) {
    if (bases.has(segment.base)) continue;
    bytes -= segment.bytes;
    const why = `It is the oldest. Without it ${grouped(bytes)} bytes are left, and ${grouped(least ?? 0)} must stay.`;
    asked.push({ moves: [{ kind: "remove", target: segment.base }], why });
  }
  const why = "The first offset that can still be read is the first of the oldest segment that is left.";
  return [...asked, { moves: [{ kind: "log-start", target: now.logStart }], why }];
}
