import { utf8Length } from "./utf8.ts";

/** A name and a value that travel with a record and are no part of it. */
export interface RecordHeader {
  readonly key: string;
  readonly value: string | null;
}

/** What a producer sends. */
export interface ProducerRecord {
  readonly key: string | null;
  /** Null is a tombstone: compaction takes it for “forget this key”. */
  readonly value: string | null;
  readonly headers?: readonly RecordHeader[];
  /** When it was created, in ms. */
  readonly timestamp: number;
}

/** A record that has its place in a partition. */
export interface LogRecord extends ProducerRecord {
  readonly headers: readonly RecordHeader[];
  readonly offset: number;
}

/** Records that were appended together: the smallest thing that is written, read and truncated. */
export interface RecordBatch {
  /** The offset of the first record that it was written with. Compaction removes records but leaves both ends. */
  readonly baseOffset: number;
  readonly lastOffset: number;
  readonly records: readonly LogRecord[];
  /** The reign of the leader that appended it. */
  readonly leaderEpoch: number;
  readonly maxTimestamp: number;
  /** Since when its tombstones may go, in ms; set by the first cleaning that met them. */
  readonly deleteHorizon: number | undefined;
  /** Its size on disk. */
  readonly bytes: number;
}

/** A batch's fixed fields in version 2 of Kafka's record format. */
const HEADER_BYTES = 61;

/** @throws RangeError when there is no record */
export function batchOf(
  baseOffset: number,
  records: readonly ProducerRecord[],
  leaderEpoch: number,
): RecordBatch {
  if (records.length === 0) throw new RangeError("a batch holds at least one record; got none");
  const placed = records.map((record, i) => ({
    ...record,
    headers: record.headers ?? [],
    offset: baseOffset + i,
  }));
  return {
    baseOffset,
    lastOffset: baseOffset + records.length - 1,
    records: placed,
    leaderEpoch,
    maxTimestamp: placed.reduce((latest, { timestamp }) => Math.max(latest, timestamp), -1),
    deleteHorizon: undefined,
    bytes: sizeOf(baseOffset, placed, placed[0]?.timestamp ?? 0),
  };
}

/** A batch of which only some records are left. The horizon takes the field of the first timestamp, as Kafka does it. */
export function cleaned(
  batch: RecordBatch,
  records: readonly LogRecord[],
  deleteHorizon: number | undefined,
): RecordBatch {
  const baseTimestamp = deleteHorizon ?? records[0]?.timestamp ?? 0;
  return {
    ...batch,
    records,
    deleteHorizon,
    maxTimestamp: records.reduce((latest, { timestamp }) => Math.max(latest, timestamp), -1),
    bytes: sizeOf(batch.baseOffset, records, baseTimestamp),
  };
}

function sizeOf(baseOffset: number, records: readonly LogRecord[], baseTimestamp: number): number {
  return records.reduce((sum, record) => {
    const body = bodySize(record, record.offset - baseOffset, record.timestamp - baseTimestamp);
    return sum + varintSize(body) + body;
  }, HEADER_BYTES);
}

function bodySize(record: LogRecord, offsetDelta: number, timestampDelta: number): number {
  const attributes = 1;
  const headers = record.headers.reduce(
    (sum, { key, value }) => sum + textSize(key) + textSize(value),
    varintSize(record.headers.length),
  );
  const times = varintSize(timestampDelta) + varintSize(offsetDelta);
  return attributes + times + textSize(record.key) + textSize(record.value) + headers;
}

/** The bytes of a length and the text behind it; the length of null is −1. */
function textSize(text: string | null): number {
  if (text === null) return varintSize(-1);
  const length = utf8Length(text);
  return varintSize(length) + length;
}

/** How many bytes a whole number takes as a zigzag varint: seven bits a byte, small ones of either sign in few. */
function varintSize(value: number): number {
  let rest = value >= 0 ? 2 * value : -2 * value - 1;
  let size = 1;
  for (; rest >= 128; rest = Math.floor(rest / 128)) size += 1;
  return size;
}
