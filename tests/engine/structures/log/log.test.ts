import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  DistributedLogPartition,
  type KafkaError,
  LogSegment,
  type PartitionConfig,
  type RecordBatch,
} from "../../../../src/engine/index.ts";

const small: Partial<PartitionConfig> = {
  segmentBytes: 400,
  segmentMs: 1000,
  indexIntervalBytes: 150,
  retentionBytes: 900,
  retentionMs: 5000,
};

interface Step {
  readonly kind: "append" | "commit" | "retention" | "delete" | "truncate" | "compact" | "wait";
  readonly amount: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(
    "append",
    "append",
    "append",
    "commit",
    "retention",
    "delete",
    "truncate",
    "compact",
    "wait",
  ),
  amount: fc.nat(40),
});

/** A partition that can be moved step by step, with its own clock. */
function moved(steps: readonly Step[], each: (log: DistributedLogPartition, step: Step) => void = () => {}) {
  let now = 0;
  const log = new DistributedLogPartition(small, () => now);
  for (const one of steps) {
    const { kind, amount } = one;
    if (kind === "append") {
      const key = `k${amount % 5}`;
      const value = amount % 7 === 0 ? null : "v".repeat(amount);
      log.appendBatch(new Array(1 + (amount % 3)).fill({ key, value, timestamp: now }));
    } else if (kind === "commit")
      log.advanceHighWatermark(Math.min(log.highWatermark + amount, log.logEndOffset));
    else if (kind === "retention") log.applyRetention();
    else if (kind === "delete") log.deleteRecords(Math.min(log.logStartOffset + amount, log.highWatermark));
    else if (kind === "truncate") log.truncateTo(Math.max(log.highWatermark, log.logEndOffset - amount));
    else if (kind === "compact") log.compact();
    else now += 100 * amount;
    each(log, one);
  }
  return log;
}

const offsets = (batches: readonly RecordBatch[]) =>
  batches.flatMap(({ records }) => records.map(({ offset }) => offset));
const allOffsets = (log: DistributedLogPartition) => offsets(log.segments.flatMap(({ batches }) => batches));

function codeOf(attempt: () => unknown): string {
  try {
    attempt();
  } catch (error) {
    return (error as KafkaError).code;
  }
  return "none";
}

describe("DistributedLogPartition", () => {
  test("gives offsets that are dense and increasing, whatever else happens", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const uncompacted = steps.filter(({ kind }) => kind !== "compact");
        let end = 0;
        moved(uncompacted, (log, { kind }) => {
          if (kind === "append") expect(log.logEndOffset).toBeGreaterThan(end);
          else if (kind !== "truncate") expect(log.logEndOffset).toBe(end);
          end = log.logEndOffset;
          const held = allOffsets(log);
          expect(held).toEqual(held.map((_, i) => end - held.length + i));
        });
      }),
      { numRuns: 60 },
    );
  });

  test("keeps its bounds in order, its segments whole and its places true", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        moved(steps, (log) => {
          expect(log.logStartOffset).toBeLessThanOrEqual(log.highWatermark);
          expect(log.highWatermark).toBeLessThanOrEqual(log.logEndOffset);
          for (const [i, segment] of log.segments.entries()) {
            const next = log.segments[i + 1]?.baseOffset ?? log.logEndOffset;
            expect(next).toBeGreaterThanOrEqual(segment.baseOffset);
            for (const batch of segment.batches) expect(batch.lastOffset).toBeLessThan(next);
            expect(segment.bytes).toBe(segment.batches.reduce((sum, { bytes }) => sum + bytes, 0));
          }
        });
      }),
      { numRuns: 60 },
    );
  });

  test("keeps at least the retention limit, and never drops what is not committed", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let before: DistributedLogPartition["segments"] = [];
        moved(steps, (log, { kind }) => {
          if (kind === "retention") {
            const dropped = before.filter((segment) => !log.segments.includes(segment));
            for (const segment of dropped) {
              expect(segment.batches.at(-1)?.lastOffset ?? -1).toBeLessThan(log.highWatermark);
            }
            expect(before.slice(0, dropped.length)).toEqual(dropped);
          }
          before = log.segments;
        });
        const log = moved(steps.filter(({ kind }) => kind === "append"));
        log.configure({ retentionMs: -1 });
        log.advanceHighWatermark(log.logEndOffset);
        const bytes = log.bytes;
        log.applyRetention();
        expect(log.bytes).toBeGreaterThanOrEqual(Math.min(bytes, 900));
        const oldest = log.segments[0]?.bytes ?? 0;
        expect(log.bytes - oldest).toBeLessThan(900);
      }),
      { numRuns: 60 },
    );
  });

  test("finds by binary search what a linear search finds", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const log = moved(steps);
        for (let offset = log.logStartOffset; offset < log.logEndOffset; offset++) {
          const at = log.segments.findLastIndex(({ baseOffset }) => baseOffset <= offset);
          expect(log.segmentOf(offset)).toBe(at);
          const segment = log.segments[at] as LogSegment;
          const place = segment.batches.findIndex(({ lastOffset }) => lastOffset >= offset);
          expect(segment.find(offset)).toBe(place === -1 ? undefined : place);
          const nearest = segment.index.entries.findLast((entry) => entry.offset <= offset);
          expect(segment.index.lookup(offset)).toBe(nearest);
        }
      }),
      { numRuns: 40 },
    );
  });

  test("lets a reader see every committed record once and none beyond", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), fc.integer({ min: 1, max: 500 }), (steps, maxBytes) => {
        const log = moved(steps);
        const seen: number[] = [];
        for (let position = log.logStartOffset; position < log.highWatermark; ) {
          const batches = log.read(position, maxBytes);
          if (batches.length === 0) break;
          seen.push(...offsets(batches).filter((offset) => offset >= position));
          position = (batches.at(-1) as RecordBatch).lastOffset + 1;
        }
        const committed = log.segments
          .flatMap(({ batches }) => batches)
          .filter(({ lastOffset }) => lastOffset < log.highWatermark);
        expect(seen).toEqual(offsets(committed).filter((offset) => offset >= log.logStartOffset));
      }),
      { numRuns: 60 },
    );
  });

  test("goes on after a truncation from where it was cut", () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 60 }), fc.nat(200), (steps, cut) => {
        const log = moved(steps);
        const boundaries = log.segments.flatMap(({ batches }) => batches.map(({ baseOffset }) => baseOffset));
        const target = boundaries[cut % Math.max(1, boundaries.length)] ?? log.logEndOffset;
        const kept = allOffsets(log).filter((offset) => offset < target);
        expect(log.truncateTo(target)).toBe(target);
        expect(log.append("key", "value")).toBe(target);
        expect(allOffsets(log)).toEqual([...kept, target]);
      }),
      { numRuns: 60 },
    );
  });

  test("never cuts a batch: a truncation inside one drops it whole", () => {
    const log = new DistributedLogPartition({}, () => 0);
    const record = { key: null, value: "v", timestamp: 0 };
    log.appendBatch([record, record]);
    log.appendBatch([record, record, record]);
    expect(log.truncateTo(3)).toBe(2);
    expect(allOffsets(log)).toEqual([0, 1]);
  });

  test("loses in compaction no key's last value", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const log = moved(steps.filter(({ kind }) => kind === "append" || kind === "commit"));
        const lastValues = () => {
          const values = new Map<string | null, string | null>();
          for (const { key, value } of log.segments.flatMap(({ batches }) =>
            batches.flatMap((b) => b.records),
          )) {
            values.set(key, value);
          }
          return values;
        };
        const before = lastValues();
        log.compact();
        expect(lastValues()).toEqual(before);
        const held = allOffsets(log);
        expect(held).toEqual([...held].sort((a, b) => a - b));
      }),
      { numRuns: 60 },
    );
  });

  test("compacts no open and no uncommitted segment", () => {
    const log = new DistributedLogPartition({ segmentBytes: 75, cleanupPolicy: "compact" }, () => 0);
    for (let i = 0; i < 6; i++) log.append("k", "v");
    log.compact();
    expect(allOffsets(log)).toEqual([0, 1, 2, 3, 4, 5]);
    log.advanceHighWatermark(4);
    log.compact();
    expect(allOffsets(log)).toEqual([3, 4, 5]);
    expect(log.firstDirtyOffset).toBe(4);
    log.advanceHighWatermark(6);
    log.compact();
    expect(allOffsets(log)).toEqual([4, 5]);
    expect(offsets(log.read(0, 1))).toEqual([4]);
  });

  test("answers a position outside the log with OFFSET_OUT_OF_RANGE, and beyond the high watermark with nothing", () => {
    const log = new DistributedLogPartition({}, () => 0);
    for (let i = 0; i < 4; i++) log.append(null, "v");
    log.advanceHighWatermark(3);
    log.deleteRecords(2);
    expect(codeOf(() => log.read(1, 100))).toBe("OFFSET_OUT_OF_RANGE");
    expect(codeOf(() => log.read(5, 100))).toBe("OFFSET_OUT_OF_RANGE");
    expect(log.read(3, 100)).toEqual([]);
    expect(offsets(log.read(2, 1))).toEqual([2]);
    expect(offsets(log.read(3, 1, "log-end"))).toEqual([3]);
    expect(codeOf(() => log.deleteRecords(4))).toBe("OFFSET_OUT_OF_RANGE");
  });

  test("takes new limits for the segment that is open", () => {
    const log = new DistributedLogPartition({}, () => 0);
    log.append(null, "v");
    log.configure({ segmentBytes: 100 });
    log.append(null, "v");
    expect(log.segments.map(({ baseOffset }) => baseOffset)).toEqual([0, 1]);
  });

  test("tells what it does", () => {
    const log = new DistributedLogPartition({ segmentBytes: 150, indexIntervalBytes: 0 }, () => 0);
    const marks: string[] = [];
    log.trace = (mark) => marks.push(mark);
    for (let i = 0; i < 3; i++) log.append(null, "v");
    log.advanceHighWatermark(3);
    log.read(1, 1);
    expect(marks).toEqual([
      ...["write", "grow", "advance-log-end", "index", "write", "grow", "advance-log-end"],
      ...["roll", "write", "grow", "advance-log-end", "high-watermark"],
      // Where the readable part ends, then where the offset is, in that segment's index.
      ...["compare-segment", "segment-found", "compare-segment", "segment-found"],
      ...["compare", "found", "scan", "read"],
    ]);
  });
});

describe("LogSegment", () => {
  test("indexes a batch whenever more than the interval was written since", () => {
    const config = { segmentBytes: 10_000, segmentMs: 1000, indexIntervalBytes: 140, segmentIndexBytes: 100 };
    const segment = new LogSegment(0, 0, config);
    const log = new DistributedLogPartition({}, () => 0);
    for (let i = 0; i < 7; i++) segment.append(log.appendBatch([{ key: null, value: "x", timestamp: 0 }]));
    expect(segment.index.entries).toEqual([
      { offset: 3, position: 207, place: 3 },
      { offset: 6, position: 414, place: 6 },
    ]);
  });
});
