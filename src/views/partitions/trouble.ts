import type { LogState, PartitionState } from "../../engine/systems/log/log-state.ts";

/** What is wrong with a partition: the worst of it. */
export type Trouble = "healthy" | "lagging" | "under-replicated" | "leaderless";

export const troubles: readonly Trouble[] = ["healthy", "lagging", "under-replicated", "leaderless"];

/** A group that is this many records behind counts as lagging. */
export const LAGGING = 10;

export function troubleOf(partition: PartitionState, index: number, state: LogState): Trouble {
  if (partition.leader === null) return "leaderless";
  if (partition.isr.length < partition.replicas.length) return "under-replicated";
  return state.groups.some((group) => (group.positions.at(index)?.lag ?? 0) >= LAGGING)
    ? "lagging"
    : "healthy";
}

/** How many partitions have which trouble. */
export function troubleCounts(state: LogState): Readonly<Record<Trouble, number>> {
  const counts = { healthy: 0, lagging: 0, "under-replicated": 0, leaderless: 0 };
  let index = 0;
  for (const partition of state.partitions) counts[troubleOf(partition, index++, state)] += 1;
  return counts;
}

/** The partition to look at closely: the touched one, or else of the worst off the one with the most records. */
export function focusOf(state: LogState): number {
  if (state.touched.partition !== null) return state.touched.partition;
  if (state.lookup !== null) return state.lookup.partition;
  let best = { rank: -1, end: -1, index: 0 };
  let index = 0;
  for (const partition of state.partitions) {
    const rank = troubles.indexOf(troubleOf(partition, index, state));
    const end = partition.replicas[0]?.logEnd ?? 0;
    if (rank > best.rank || (rank === best.rank && end > best.end)) best = { rank, end, index };
    index += 1;
  }
  return best.index;
}
