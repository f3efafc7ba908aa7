import type { LogRecord as StoredRecord } from "../../structures/log/record-batch.ts";
import { mergeByTimestamp, undecided } from "../../structures/log/timestamp-merge.ts";
import type { LogRecord, LogState } from "./log-state.ts";
import type { Replica } from "./replica.ts";

/** The newest readable records of all partitions, merged by timestamp. */
export function timeMerge(
  leaders: readonly Replica[],
  most: number,
  shown: WeakMap<StoredRecord, LogRecord>,
): NonNullable<LogState["merged"]> {
  const readable = leaders.map(({ partition, log }) => {
    const records = log.segments.flatMap(({ batches }) => batches.flatMap((batch) => batch.records));
    return records
      .filter(({ offset }) => offset >= log.logStartOffset && offset < log.highWatermark)
      .slice(-most)
      .map((stored) => {
        const record = shown.get(stored) as LogRecord;
        return { partition, offset: stored.offset, record, timestamp: record.timestamp };
      });
  });
  const merged = mergeByTimestamp(readable).slice(-most);
  const chance = undecided(merged);
  let newest = -1;
  const entries = merged.map(({ partition, offset, record }, place) => {
    // Records are counted in the order in which they were sent.
    const swapped = record.id < newest;
    newest = Math.max(newest, record.id);
    return Object.freeze({ partition, offset, record, undecided: chance[place] === true, swapped });
  });
  return Object.freeze({
    entries: Object.freeze(entries),
    undecided: entries.filter((entry) => entry.undecided).length,
    swapped: entries.filter((entry) => entry.swapped).length,
  });
}
