import type { Random } from "../kernel/random.ts";
import { grouped } from "../systems/grouped.ts";
import type { LogState } from "../systems/log/log-state.ts";
import type { Recording } from "../systems/recording.ts";
import type { Input } from "../systems/run.ts";
import { groupOperations } from "./group-practice.ts";
import { askedOfProduce, askedOfRetention, produceKinds, retentionKinds } from "./log-moves.ts";
import { oneOf, type Practice, type PractisedOperation, type Situation } from "./practice.ts";

/** A cluster without groups comes to rest by itself, long before so many steps. */
const TO_REST: Input = { operation: "run", values: { steps: 5_000 } };
const KEYS = ["AAPL", "AMZN", "GOOG", "MSFT", "NFLX", "TSLA"];
/** What a record of such a key and value takes, and a little more. */
const RECORD = 75;
const A_LITTLE = 10;

function produce(key: string): Input {
  return { operation: "produce", values: { key, value: "187", count: 1 } };
}

/** Nothing goes by its age: then nothing is due, and the cluster rests. */
const KEPT = { retentionMs: -1, retentionBytes: -1 };

function drawProduce(random: Random): Situation {
  const copies = oneOf(random, [1, 2, 2]);
  const perSegment = random.whole(2, 3);
  const keys = Array.from({ length: random.whole(3, 8) }, () => oneOf(random, KEYS));
  const parameters = {
    ...KEPT,
    partitions: random.whole(2, 3),
    brokers: copies,
    replication: copies,
    acks: copies === 1 ? "all" : oneOf(random, ["all", "all", "1"]),
    segmentBytes: perSegment * RECORD + A_LITTLE,
  };
  const inputs = [...keys.map(produce), TO_REST];
  return { parameters, inputs, task: [produce(oneOf(random, [...keys, ...KEYS])), TO_REST] };
}

function drawRetention(random: Random): Situation {
  const perSegment = random.whole(2, 3);
  const records = random.whole(3 * perSegment, 6 * perSegment);
  const parameters = {
    ...KEPT,
    partitions: 1,
    brokers: 1,
    replication: 1,
    segmentBytes: perSegment * RECORD + A_LITTLE,
    retentionBytes: 50 * random.whole(3, Math.floor((records * RECORD) / 50)),
  };
  const sent: Input = { operation: "produce", values: { key: "AAPL", value: "187", count: records } };
  return {
    // The broker looks when it is told to, not by itself.
    parameters: { ...parameters, retentionCheck: 86_400_000 },
    inputs: [sent, { operation: "run", values: { for: 1_000 } }],
    task: [{ operation: "enforceRetention", values: {} }],
  };
}

/** How many records like the first one there is fit into a segment. */
function perSegment({ setup }: Recording<LogState>, { partitions }: LogState): number {
  const held = [...partitions].flatMap(({ replicas }) => replicas[0]?.segments.at(0)?.records.at(0) ?? []);
  return Math.floor(Number(setup.parameters.segmentBytes) / (held[0]?.record.bytes ?? RECORD));
}

function toldOfProduce(recording: Recording<LogState>, from: number): string {
  const { cause, state } = recording.frame(from);
  let positive = 0;
  for (let index = from; recording.frame(index).cause.mark !== "return"; index++) {
    const { mark, detail } = recording.frame(index).cause;
    if (mark === "drop-sign") positive = Number(detail.positive);
  }
  const { key } = cause.values;
  return [
    `A record with the key ${key} is sent, with acks=${state.producer.acks}.`,
    `murmur2 of ${key}, without its sign, is ${grouped(positive)}, and there are ${state.partitions.length} partitions.`,
    `A segment holds ${perSegment(recording, state)} such records. What happens?`,
  ].join(" ");
}

const producing: PractisedOperation<LogState> = {
  kinds: produceKinds,
  draw: drawProduce,
  told: toldOfProduce,
  asked: askedOfProduce,
  over: ({ state }) =>
    `Every copy has the record, and the producer has ${grouped(state.producer.acknowledged)} of ${grouped(state.producer.sent)} acknowledged.`,
};

const retaining: PractisedOperation<LogState> = {
  kinds: retentionKinds,
  draw: drawRetention,
  told(recording, from) {
    const { partitions, retention } = recording.frame(from).state;
    const segments = [...(partitions.at(0)?.replicas[0]?.segments ?? [])];
    const sizes = segments.map(({ base, bytes }) => `from ${base}: ${grouped(bytes)} bytes`).join("; ");
    return `The segments are ${sizes}. At least ${grouped(retention.bytes ?? 0)} bytes must stay. The broker looks: what goes?`;
  },
  asked: askedOfRetention,
  over: ({ state: { partitions, retention } }) => {
    const segments = [...(partitions.at(0)?.replicas[0]?.segments ?? [])];
    const bytes = segments.reduce((sum, segment) => sum + segment.bytes, 0);
    const without = bytes - (segments[0]?.bytes ?? 0);
    return `Without the segment from ${segments[0]?.base} only ${grouped(without)} bytes would be left, and ${grouped(retention.bytes ?? 0)} must stay.`;
  },
};

/** Records on their way into a log, what retention removes from it, and who reads which partition. */
export const logPractice: Practice<LogState> = {
  operations: { produce: producing, enforceRetention: retaining, ...groupOperations },
};
