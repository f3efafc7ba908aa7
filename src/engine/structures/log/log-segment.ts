import type { Trace } from "../../kernel/trace.ts";
import { OffsetIndex } from "./offset-index.ts";
import type { RecordBatch } from "./record-batch.ts";

/** When a segment is full and how closely it is indexed. */
export interface SegmentConfig {
  /** `segment.bytes`: the most that a segment holds. */
  readonly segmentBytes: number;
  /** `segment.ms`: the longest time from its first record to its last. */
  readonly segmentMs: number;
  /** `index.interval.bytes`: how many bytes lie between two entries of the index, at least. */
  readonly indexIntervalBytes: number;
  /** `segment.index.bytes`: the most that the index holds. */
  readonly segmentIndexBytes: number;
}

/** Offsets in a segment are stored relative to its base, in 31 bits. */
const MAX_RELATIVE_OFFSET = 0x7fffffff;

/** One file of a partition: batches one behind the other, and a sparse index to find an offset in them. */
export class LogSegment {
  declare readonly baseOffset: number;
  /** When it was started, in ms. */
  declare readonly created: number;
  config: SegmentConfig;
  declare readonly index: OffsetIndex;
  batches: RecordBatch[] = [];
  /** Where each batch begins, in bytes. */
  positions: number[] = [];
  bytes = 0;
  /** The largest timestamp of any record; −1 while there is none. */
  largestTimestamp = -1;
  /** The timestamp that its age is counted from: the largest of its first batch. */
  firstTimestamp: number | undefined = undefined;
  bytesSinceIndexed = 0;
  #trace: Trace | undefined = undefined;

  constructor(baseOffset: number, created: number, config: SegmentConfig) {
    this.baseOffset = baseOffset;
    this.created = created;
    this.config = config;
    this.index = new OffsetIndex(config.segmentIndexBytes);
  }

  /** Who listens, if anybody: to the segment and to its index. */
  get trace(): Trace | undefined {
    return this.#trace;
  }

  set trace(trace: Trace | undefined) {
    this.#trace = trace;
    this.index.trace = trace;
  }

  /** Whether this batch has to go into a new segment: it would overflow this one, or this one is too old. */
  shouldRoll(batch: RecordBatch, now: number): boolean {
    const { segmentBytes, segmentMs } = this.config;
    if (this.bytes > segmentBytes - batch.bytes) return true;
    const age =
      this.firstTimestamp === undefined ? now - this.created : batch.maxTimestamp - this.firstTimestamp;
    if (this.bytes > 0 && age > segmentMs) return true;
    return this.index.isFull() || batch.lastOffset - this.baseOffset > MAX_RELATIVE_OFFSET;
  }

  append(batch: RecordBatch): void {
    const place = this.batches.length;
    if (this.bytesSinceIndexed > this.config.indexIntervalBytes) {
      this.index.append({ offset: batch.lastOffset, position: this.bytes, place });
      this.bytesSinceIndexed = 0;
    }
    this.batches.push(batch);
    this.positions.push(this.bytes);
    this.trace?.("write", { segment: this.baseOffset, offset: batch.baseOffset, position: this.bytes });
    this.bytes += batch.bytes;
    this.bytesSinceIndexed += batch.bytes;
    this.trace?.("grow", { segment: this.baseOffset, bytes: this.bytes });
    this.largestTimestamp = Math.max(this.largestTimestamp, batch.maxTimestamp);
    this.firstTimestamp ??= this.largestTimestamp;
  }

  /** Which batch is the first that reaches up to `offset`, counted from 0; undefined when none does. */
  find(offset: number): number | undefined {
    let place = this.index.lookup(offset)?.place ?? 0;
    for (; place < this.batches.length; place++) {
      const batch = this.batches[place] as RecordBatch;
      this.trace?.("scan", { segment: this.baseOffset, place, lastOffset: batch.lastOffset });
      if (batch.lastOffset >= offset) return place;
    }
    return undefined;
  }

  /** The byte at which the batch that reaches up to `offset` begins; the end of the segment when none does. */
  positionOf(offset: number): number {
    const place = this.find(offset);
    return place === undefined ? this.bytes : (this.positions[place] as number);
  }

  /**
   * Whole batches from the one that reaches up to `offset` on, none beyond byte `end`. The first comes even when it alone
   * is larger than `maxBytes`, because a reader would never get past it otherwise. Undefined when no batch reaches so far.
   */
  read(offset: number, maxBytes: number, end: number): RecordBatch[] | undefined {
    const first = this.find(offset);
    if (first === undefined) return undefined;
    const read: RecordBatch[] = [];
    let left = Math.max(maxBytes, (this.batches[first] as RecordBatch).bytes);
    for (let place = first; place < this.batches.length; place++) {
      const batch = this.batches[place] as RecordBatch;
      if (batch.bytes > left || (this.positions[place] as number) + batch.bytes > end) break;
      this.trace?.("read", { segment: this.baseOffset, place });
      read.push(batch);
      left -= batch.bytes;
    }
    return read;
  }

  /** Drop the batch that reaches up to `offset` and all behind it. Returns how many bytes went. */
  truncateTo(offset: number): number {
    const place = this.find(offset);
    if (place === undefined) return 0;
    const removed = this.bytes - (this.positions[place] as number);
    this.batches = this.batches.slice(0, place);
    this.positions = this.positions.slice(0, place);
    this.bytes -= removed;
    this.trace?.("truncate", { segment: this.baseOffset, bytes: this.bytes });
    this.index.truncate(place);
    this.bytesSinceIndexed = this.bytes - (this.index.entries.at(-1)?.position ?? 0);
    this.largestTimestamp = this.batches.reduce((latest, one) => Math.max(latest, one.maxTimestamp), -1);
    if (place === 0) this.firstTimestamp = undefined;
    return removed;
  }

  /** Hold these batches instead, in a newly built index. */
  replace(batches: readonly RecordBatch[]): void {
    this.batches = [];
    this.positions = [];
    this.index.truncate(0);
    this.bytes = 0;
    this.bytesSinceIndexed = 0;
    this.largestTimestamp = -1;
    this.firstTimestamp = undefined;
    for (const batch of batches) this.append(batch);
  }

  toString(): string {
    return `LogSegment(${this.baseOffset}, ${this.bytes} bytes, ${this.batches.length} batches)`;
  }
}
