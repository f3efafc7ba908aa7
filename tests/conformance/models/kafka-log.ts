import * as z from "zod/mini";
import { DistributedLogPartition, KafkaError } from "../../../src/engine/index.ts";
import type { Model } from "../model.ts";

const whole = z.number().check(z.int());
const operation = z.union([
  z.tuple([z.literal("append"), whole, whole, whole, whole]),
  z.tuple([z.literal(["hw", "deleteRecords"]), whole, whole]),
  z.tuple([z.literal("retention"), whole]),
  z.tuple([z.literal("read"), whole, whole, whole]),
]);
type Operation = z.infer<typeof operation>;

const shape = z.object({
  id: z.union([z.number(), z.string()]),
  start: whole,
  config: z.object({
    "segment.bytes": whole,
    "retention.bytes": whole,
    "retention.ms": whole,
    "segment.ms": whole,
    "segment.index.bytes": whole,
    "index.interval.bytes": whole,
  }),
  ops: z.array(operation),
  expect: z.array(z.record(z.string(), z.unknown())),
});

/** A partition's log: what every operation answers, and its segments, log start, high watermark and log end after it. */
export const kafkaLog: Model<z.infer<typeof shape>> = {
  name: "kafka-log",
  shape,
  firstDifference({ start, config, ops, expect }) {
    if (expect.length !== ops.length) return `malformed: ${ops.length} ops but ${expect.length} in expect`;
    let now = start;
    const log = new DistributedLogPartition(
      {
        segmentBytes: config["segment.bytes"],
        segmentMs: config["segment.ms"],
        segmentIndexBytes: config["segment.index.bytes"],
        indexIntervalBytes: config["index.interval.bytes"],
        retentionBytes: config["retention.bytes"],
        retentionMs: config["retention.ms"],
      },
      () => now,
    );
    let segments: unknown = [[0, 0]];
    for (const [i, op] of ops.entries()) {
      now += op[1];
      const right = expect[i] ?? {};
      if (right.segments !== undefined) segments = right.segments;
      const got: { readonly [field: string]: unknown } = {
        ...apply(log, op, now),
        segments: log.segments.map(({ baseOffset, bytes }) => [baseOffset, bytes]),
        logStart: log.logStartOffset,
        hw: log.highWatermark,
        leo: log.logEndOffset,
      };
      for (const [field, value] of Object.entries({ ...right, segments })) {
        if (JSON.stringify(got[field]) !== JSON.stringify(value)) {
          return `operation ${i}, ${op.join(" ")}: ${field} expected ${JSON.stringify(value)}, got ${JSON.stringify(got[field])}`;
        }
      }
      if (got.error !== undefined && right.error === undefined) {
        return `operation ${i}, ${op.join(" ")}: got error ${String(got.error)}, expected none`;
      }
    }
    return undefined;
  },
};

function apply(
  log: DistributedLogPartition,
  op: Operation,
  now: number,
): { readonly [field: string]: unknown } {
  try {
    switch (op[0]) {
      case "append": {
        const [, , count, valueBytes, tsDelta] = op;
        const record = { key: null, value: "x".repeat(valueBytes), timestamp: now + tsDelta };
        const before = log.activeSegment;
        const { baseOffset, bytes } = log.appendBatch(new Array(count).fill(record));
        return { baseOffset, bytes, rolled: log.activeSegment !== before };
      }
      case "hw":
        log.advanceHighWatermark(Math.min(op[2], log.logEndOffset));
        return {};
      case "deleteRecords":
        log.deleteRecords(op[2] === -1 ? undefined : op[2]);
        return {};
      case "retention": {
        const { byLogStart, bySize, byTime } = log.applyRetention();
        return { deleted: [byLogStart, bySize, byTime] };
      }
      case "read": {
        const records = log.read(op[2], op[3]).flatMap((batch) => batch.records);
        return { n: records.length, first: records[0]?.offset, last: records.at(-1)?.offset };
      }
    }
  } catch (error) {
    if (error instanceof KafkaError) return { error: error.code };
    throw error;
  }
}
