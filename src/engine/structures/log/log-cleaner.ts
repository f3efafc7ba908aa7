import type { Trace } from "../../kernel/trace.ts";
import { cleaned, type LogRecord, type RecordBatch } from "./record-batch.ts";

/** One run of the cleaner over a log. */
export interface CleanerPass {
  /** The time, in ms. */
  readonly now: number;
  /** `delete.retention.ms`: how long a tombstone stays after the first cleaning that met it. */
  readonly deleteRetentionMs: number;
  /** Where the last pass ended: from here on nothing was cleaned yet. */
  readonly firstDirtyOffset: number;
  /** From here on nothing may be touched: the active segment, or what is not committed. */
  readonly firstUncleanableOffset: number;
}

/** What a pass left. */
export interface CleanerResult {
  /** What is left below the first uncleanable offset. A batch of which no record is left is gone. */
  readonly batches: readonly RecordBatch[];
  readonly firstDirtyOffset: number;
}

/** The newest offset of each key, and how far the map was built. */
interface OffsetMap {
  readonly newest: ReadonlyMap<string, number>;
  readonly latestOffset: number;
}

/**
 * Compaction: of the records of one key, keep the newest. Offsets never change, so what is gone leaves a gap.
 * A tombstone stays a while, because a reader that is behind would otherwise never learn that its key was deleted.
 *
 * @param batches the whole log, in order; those from the first uncleanable offset on are not looked at
 */
export function compact(batches: readonly RecordBatch[], pass: CleanerPass, trace?: Trace): CleanerResult {
  const cleanable = batches.filter(({ lastOffset }) => lastOffset < pass.firstUncleanableOffset);
  const map = offsetMap(
    cleanable.filter(({ lastOffset }) => lastOffset >= pass.firstDirtyOffset),
    pass.firstDirtyOffset,
    trace,
  );
  if (map === undefined) return { batches: cleanable, firstDirtyOffset: pass.firstDirtyOffset };
  const left = cleanable.flatMap((batch) => {
    const kept = batch.records.filter((record) => retained(record, batch, map, pass));
    for (const record of batch.records) {
      trace?.(kept.includes(record) ? "keep" : "drop", { offset: record.offset });
    }
    if (kept.length === 0) return [];
    const tombstones = kept.some(({ value }) => value === null);
    const horizon = batch.deleteHorizon ?? (tombstones ? pass.now + pass.deleteRetentionMs : undefined);
    const unchanged = kept.length === batch.records.length && horizon === batch.deleteHorizon;
    return [unchanged ? batch : cleaned(batch, kept, horizon)];
  });
  return { batches: left, firstDirtyOffset: map.latestOffset + 1 };
}

function offsetMap(dirty: readonly RecordBatch[], from: number, trace?: Trace): OffsetMap | undefined {
  const last = dirty.at(-1);
  if (last === undefined) return undefined;
  const newest = new Map<string, number>();
  for (const { key, offset } of dirty.flatMap(({ records }) => records)) {
    if (key === null || offset < from) continue;
    newest.set(key, offset);
    trace?.("map", { key, offset });
  }
  return { newest, latestOffset: last.lastOffset };
}

function retained(
  { key, value, offset }: LogRecord,
  { deleteHorizon }: RecordBatch,
  { newest, latestOffset }: OffsetMap,
  { now }: CleanerPass,
): boolean {
  if (offset > latestOffset) return true;
  if (key === null) return false;
  if (offset < (newest.get(key) ?? -1)) return false;
  return value !== null || deleteHorizon === undefined || now < deleteHorizon;
}
