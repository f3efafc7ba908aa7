import type { Trace } from "../../kernel/trace.ts";
import { KafkaError } from "./kafka-error.ts";
import { LeaderEpochs } from "./leader-epochs.ts";
import { compact } from "./log-cleaner.ts";
import { LogSegment, type SegmentConfig } from "./log-segment.ts";
import { batchOf, type ProducerRecord, type RecordBatch, type RecordHeader } from "./record-batch.ts";
import { belowLogStart, type Expired, overSize, type RetentionResult, tooOld } from "./retention.ts";

/** What a partition keeps and how it stores it, by the names of Kafka's topic configuration. */
export interface PartitionConfig extends SegmentConfig {
  /** `retention.bytes`: at least this much stays; −1 for no limit. */
  readonly retentionBytes: number;
  /** `retention.ms`: a segment whose newest record is older goes; −1 for no limit. */
  readonly retentionMs: number;
  /** `cleanup.policy`: drop old segments, or keep the last value of each key, or both. */
  readonly cleanupPolicy: "delete" | "compact" | "compact,delete";
  /** `delete.retention.ms`: how long a tombstone outlives its first cleaning. */
  readonly deleteRetentionMs: number;
}

const HOUR_MS = 3_600_000;

/** Kafka's defaults, but for the size that is kept: 10 GB here, no limit there. */
export const DEFAULT_PARTITION_CONFIG: PartitionConfig = {
  segmentBytes: 1 << 30,
  segmentMs: 168 * HOUR_MS,
  indexIntervalBytes: 4096,
  segmentIndexBytes: 10 << 20,
  retentionBytes: 10_000_000_000,
  retentionMs: 168 * HOUR_MS,
  cleanupPolicy: "delete",
  deleteRetentionMs: 24 * HOUR_MS,
};

/** How far a reader may see: consumers up to the high watermark, followers up to the end. */
export type Isolation = "high-watermark" | "log-end";

/**
 * One replica of one partition: an append-only log in segments, with a start that retention moves. A record keeps
 * its offset, also when others around it go; only what truncation cuts off gives its offsets to later records.
 */
export class DistributedLogPartition {
  config: PartitionConfig;
  /** Oldest first. The last one is active: it alone is written. */
  segments: LogSegment[];
  /** The first offset that can be read. */
  logStartOffset = 0;
  /** The offset that the next record gets. */
  logEndOffset = 0;
  /** All below is on every in-sync replica, and consumers may read it. */
  highWatermark = 0;
  /** From here on nothing was compacted yet. */
  firstDirtyOffset = 0;
  readonly epochs = new LeaderEpochs();
  readonly #clock: () => number;
  #trace: Trace | undefined = undefined;

  /** @param clock the time now, in ms */
  constructor(config: Partial<PartitionConfig>, clock: () => number) {
    this.config = { ...DEFAULT_PARTITION_CONFIG, ...config };
    this.#clock = clock;
    this.segments = [new LogSegment(0, clock(), this.config)];
  }

  /** Who listens, if anybody: to the partition and all its segments. */
  get trace(): Trace | undefined {
    return this.#trace;
  }

  set trace(trace: Trace | undefined) {
    this.#trace = trace;
    for (const segment of this.segments) segment.trace = trace;
  }

  get activeSegment(): LogSegment {
    return this.segments.at(-1) as LogSegment;
  }

  /** All that is held, in bytes; the active segment counts. */
  get bytes(): number {
    return this.segments.reduce((sum, { bytes }) => sum + bytes, 0);
  }

  /** Change the configuration. It counts from the next append and the next retention pass on. */
  configure(changes: Partial<PartitionConfig>): void {
    this.config = { ...this.config, ...changes };
    this.activeSegment.config = this.config;
  }

  /** This replica leads from now on. Its reign starts at its log end. */
  becomeLeader(epoch: number): void {
    this.epochs.assign(epoch, this.logEndOffset);
    this.trace?.("reign", { epoch, offset: this.logEndOffset });
  }

  /** Store one record as a batch of its own. Returns its offset. */
  append(key: string | null, value: string | null, headers: readonly RecordHeader[] = []): number {
    return this.appendBatch([{ key, value, headers, timestamp: this.#clock() }]).baseOffset;
  }

  /** Store records together, as the leader: they get the next offsets. @throws RangeError when there is none */
  appendBatch(records: readonly ProducerRecord[]): RecordBatch {
    const batch = batchOf(this.logEndOffset, records, this.epochs.latest()?.epoch ?? 0);
    this.write(batch);
    return batch;
  }

  /**
   * Store a batch that was fetched from the leader, as a follower: it has its offsets already.
   *
   * @throws RangeError when it begins below the log end; then the follower should have truncated
   */
  replicate(batch: RecordBatch): void {
    if (batch.baseOffset < this.logEndOffset) {
      throw new RangeError(`batch begins at ${batch.baseOffset}, but the log ends at ${this.logEndOffset}`);
    }
    this.epochs.assign(batch.leaderEpoch, batch.baseOffset);
    this.write(batch);
  }

  /** Start a new active segment at the log end. One that is still empty gives way. */
  roll(): void {
    if (this.activeSegment.baseOffset === this.logEndOffset) this.segments.pop();
    this.addSegment(this.logEndOffset);
  }

  /** Set the high watermark, within the log. What a follower does with what its leader says. */
  setHighWatermark(offset: number): void {
    this.highWatermark = Math.min(Math.max(offset, this.logStartOffset), this.logEndOffset);
    this.trace?.("high-watermark", { offset: this.highWatermark });
  }

  /** Move the high watermark forward, as the leader. It never goes back. @throws RangeError beyond the log end */
  advanceHighWatermark(offset: number): void {
    if (offset > this.logEndOffset) {
      throw new RangeError(`high watermark ${offset} would lie beyond the log end ${this.logEndOffset}`);
    }
    if (offset > this.highWatermark) this.setHighWatermark(offset);
  }

  /**
   * Whole batches from the one that holds `offset` on: the first may begin below it, and its reader skips what it did not
   * ask for. One batch at least, if there is one to see, then up to `maxBytes` and to the end of the segment.
   *
   * @throws KafkaError OFFSET_OUT_OF_RANGE below the log start or beyond the log end
   */
  read(offset: number, maxBytes: number, isolation: Isolation = "high-watermark"): readonly RecordBatch[] {
    if (offset < this.logStartOffset || offset > this.logEndOffset) {
      throw new KafkaError(
        "OFFSET_OUT_OF_RANGE",
        `offset ${offset}; the log holds ${this.logStartOffset} to ${this.logEndOffset}`,
      );
    }
    const end = isolation === "log-end" ? this.logEndOffset : this.highWatermark;
    if (offset >= end) return [];
    const last = this.segmentOf(end);
    for (let at = this.segmentOf(offset); at <= last; at++) {
      const segment = this.segments[at] as LogSegment;
      const read = segment.read(offset, maxBytes, at === last ? segment.positionOf(end) : segment.bytes);
      if (read !== undefined) return read;
    }
    return [];
  }

  /** Which segment an offset belongs to, counted from 0: the last that begins at or below it, by binary search. */
  segmentOf(offset: number): number {
    let low = 1;
    let high = this.segments.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const { baseOffset } = this.segments[middle] as LogSegment;
      this.trace?.("compare-segment", { low, middle, high, baseOffset });
      if (baseOffset <= offset) low = middle + 1;
      else high = middle;
    }
    this.trace?.("segment-found", { segment: low - 1 });
    return low - 1;
  }

  /** One retention pass: what lies below the log start, then what is too much, then what is too old. */
  applyRetention(): RetentionResult {
    const { cleanupPolicy, retentionBytes, retentionMs } = this.config;
    const byLogStart = this.drop(belowLogStart(this.logStartOffset), "below-log-start");
    if (cleanupPolicy === "compact") return { byLogStart, bySize: 0, byTime: 0 };
    const bySize = this.drop(overSize(this.segments, retentionBytes), "over-size");
    const byTime = this.drop(tooOld(this.#clock(), retentionMs), "too-old");
    return { byLogStart, bySize, byTime };
  }

  /**
   * Nobody may read below `offset` any more; retention will remove what that empties. Without an offset: all that is committed.
   *
   * @throws KafkaError OFFSET_OUT_OF_RANGE beyond the high watermark
   */
  deleteRecords(offset: number = this.highWatermark): void {
    if (offset < 0 || offset > this.highWatermark) {
      throw new KafkaError(
        "OFFSET_OUT_OF_RANGE",
        `offset ${offset}; committed is up to ${this.highWatermark}`,
      );
    }
    this.moveLogStart(offset);
  }

  /**
   * Drop `offset` and all behind it, so that the log can follow another leader from there. A batch is never cut: when the
   * offset lies inside one, the whole batch goes.
   *
   * @returns the new log end
   */
  truncateTo(offset: number): number {
    if (offset >= this.logEndOffset) {
      // A reign that began at the end and wrote nothing goes all the same, or what is copied from there would seem to be older.
      this.epochs.truncateEnd(this.logEndOffset);
      return this.logEndOffset;
    }
    if (offset <= (this.segments[0] as LogSegment).baseOffset) {
      this.segments = [];
      this.addSegment(offset);
      this.logEndOffset = offset;
    } else {
      this.segments = this.segments.slice(0, this.segmentOf(offset) + 1);
      const first = this.activeSegment.find(offset);
      const begin = first === undefined ? offset : this.activeSegment.batches[first]?.baseOffset;
      this.activeSegment.truncateTo(offset);
      this.logEndOffset = Math.min(offset, begin ?? offset);
    }
    this.trace?.("truncate", { to: this.logEndOffset });
    this.epochs.truncateEnd(this.logEndOffset);
    this.logStartOffset = Math.min(this.logStartOffset, this.logEndOffset);
    this.highWatermark = Math.min(this.highWatermark, this.logEndOffset);
    this.firstDirtyOffset = Math.min(this.firstDirtyOffset, this.logEndOffset);
    return this.logEndOffset;
  }

  /** One run of the cleaner over the closed segments, as far as they are committed. */
  compact(): void {
    const closed = this.segments.slice(0, -1);
    const uncommitted = closed.find(
      (_, i) => (this.segments[i + 1] as LogSegment).baseOffset > this.highWatermark,
    );
    const firstUncleanableOffset = (uncommitted ?? this.activeSegment).baseOffset;
    const { batches, firstDirtyOffset } = compact(
      closed.flatMap((segment) => segment.batches),
      {
        now: this.#clock(),
        deleteRetentionMs: this.config.deleteRetentionMs,
        firstDirtyOffset: Math.max(this.firstDirtyOffset, this.logStartOffset),
        firstUncleanableOffset,
      },
      this.#trace,
    );
    this.firstDirtyOffset = firstDirtyOffset;
    for (const [i, segment] of closed.entries()) {
      if (segment.baseOffset >= firstUncleanableOffset) break;
      const next = (this.segments[i + 1] as LogSegment).baseOffset;
      segment.replace(
        batches.filter(({ baseOffset }) => baseOffset >= segment.baseOffset && baseOffset < next),
      );
    }
  }

  private write(batch: RecordBatch): void {
    if (this.activeSegment.shouldRoll(batch, this.#clock())) this.roll();
    this.activeSegment.append(batch);
    this.logEndOffset = batch.lastOffset + 1;
    this.trace?.("advance-log-end", { to: this.logEndOffset });
  }

  private addSegment(baseOffset: number): void {
    const segment = new LogSegment(baseOffset, this.#clock(), this.config);
    segment.trace = this.#trace;
    this.segments.push(segment);
    this.trace?.("roll", { segment: baseOffset });
  }

  /** Remove segments, oldest first, while they have expired and are committed as a whole. */
  private drop(expired: Expired, why: string): number {
    let count = 0;
    for (const [i, segment] of this.segments.entries()) {
      const next = this.segments[i + 1];
      const committed = (next?.baseOffset ?? this.logEndOffset) <= this.highWatermark;
      const lastAndEmpty = next === undefined && segment.bytes === 0;
      if (!committed || lastAndEmpty || !expired(segment, next)) break;
      this.trace?.("expire", { segment: segment.baseOffset, why });
      count += 1;
    }
    if (count === 0) return 0;
    if (count === this.segments.length) this.roll();
    this.segments = this.segments.slice(count);
    this.trace?.("drop-segments", { count });
    this.moveLogStart((this.segments[0] as LogSegment).baseOffset);
    return count;
  }

  private moveLogStart(offset: number): void {
    if (offset <= this.logStartOffset) return;
    this.logStartOffset = offset;
    this.epochs.truncateStart(offset);
    this.trace?.("advance-log-start", { to: offset });
  }
}
