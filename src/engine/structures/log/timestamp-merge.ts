/** A record as it takes part in a merge: its place, and when it was created by its producer’s clock. */
export interface Stamped {
  readonly partition: number;
  readonly timestamp: number;
}

/**
 * Merge partitions by timestamp, as a reader of all of them would: of the next record of each, the one with the smallest
 * timestamp goes first. Within a partition the order of offsets holds, whatever the clocks say. Between partitions equal
 * timestamps decide nothing; the lower partition goes first only so that every merge gives the same list.
 *
 * @param partitions the records of each partition, in the order of their offsets
 */
export function mergeByTimestamp<T extends Stamped>(partitions: readonly (readonly T[])[]): readonly T[] {
  const next = partitions.map(() => 0);
  const merged: T[] = [];
  const total = partitions.reduce((sum, { length }) => sum + length, 0);
  while (merged.length < total) {
    let first: { readonly record: T; readonly from: number } | undefined;
    for (const [from, records] of partitions.entries()) {
      const record = records[next[from] ?? 0];
      if (record === undefined) continue;
      if (first === undefined || record.timestamp < first.record.timestamp) first = { record, from };
    }
    if (first === undefined) break;
    merged.push(first.record);
    next[first.from] = (next[first.from] ?? 0) + 1;
  }
  return merged;
}

/** Which of merged records share their timestamp with one of another partition: what order they stand in is chance. */
export function undecided(merged: readonly Stamped[]): readonly boolean[] {
  const partitions = new Map<number, Set<number>>();
  for (const { timestamp, partition } of merged) {
    partitions.set(timestamp, (partitions.get(timestamp) ?? new Set()).add(partition));
  }
  return merged.map(({ timestamp }) => (partitions.get(timestamp)?.size ?? 0) > 1);
}
