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
  const entries = merged.map(({ partition, offset, record }, place) =>
    Object.freeze({
      partition,
      offset,
      record,
      undecided: chance[place] === true,
      ahead: merged.slice(place + 1).some((other) => isOlder(other.record, record)),
    }),
  );
  return Object.freeze({
    entries: Object.freeze(entries),
    undecided: entries.filter((entry) => entry.undecided).length,
    ahead: entries.filter((entry) => entry.ahead).length,
  });
}

/** Sent earlier, and yet with a later timestamp. Records are counted in the order in which they are sent. */
function isOlder(one: LogRecord, than: LogRecord): boolean {
  return one.id < than.id && one.timestamp > than.timestamp;
}
