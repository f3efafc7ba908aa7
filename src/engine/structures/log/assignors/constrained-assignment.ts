import {
  compareText,
  type GroupMember,
  nameOf,
  type PartitionCounts,
  partitionsOf,
  type TopicPartition,
} from "./assignor.ts";
import type { Ownership } from "./ownership.ts";

/** Who gets what, and which of it must first be given up by somebody. */
export interface StickyAssignment {
  readonly assignment: ReadonlyMap<string, readonly TopicPartition[]>;
  /** Names of partitions that change hands; undefined when that was not kept track of. */
  readonly transferring: ReadonlySet<string> | undefined;
}

/**
 * The sticky assignment when all members subscribed to the same topics. Then nobody needs more than the quota, rounded
 * up, so that what each keeps can be decided member by member, and the rest is dealt out.
 */
export function constrainedAssignment(
  counts: PartitionCounts,
  topics: readonly string[],
  members: readonly GroupMember[],
  { owned, disputed }: Ownership,
): StickyAssignment {
  const all = partitionsOf(counts, topics);
  const minQuota = Math.floor(all.length / members.length);
  const maxQuota = Math.ceil(all.length / members.length);
  /** How many members may have one more than the minimum. */
  let above = all.length % members.length;

  const assignment = new Map<string, TopicPartition[]>();
  const givenUp = new Set(disputed);
  const belowMin: string[] = [];
  let atMin: string[] = [];
  for (const { id } of members) {
    const had = [...(owned.get(id) ?? [])].sort(byNumberThenTopic);
    let keep = Math.min(had.length, minQuota);
    if (had.length < minQuota) belowMin.push(id);
    else if (above > 0 && had.length >= maxQuota) {
      keep = maxQuota;
      above -= 1;
      // All who may have one more are found, so nobody who stopped at the minimum gets another.
      if (above === 0) atMin = [];
    } else if (above > 0) atMin.push(id);
    assignment.set(id, had.slice(0, keep));
    for (const topicPartition of had.slice(keep)) givenUp.add(nameOf(topicPartition));
  }
  belowMin.sort(compareText);
  atMin.sort(compareText);

  const kept = new Set([...assignment.values()].flat().map(nameOf));
  const transferring = new Set<string>();
  let next = 0;
  for (const topicPartition of all) {
    const name = nameOf(topicPartition);
    if (kept.has(name)) continue;
    const hungry = belowMin[next];
    const id = hungry ?? (atMin.shift() as string);
    const has = assignment.get(id) as TopicPartition[];
    has.push(topicPartition);
    if (givenUp.has(name)) transferring.add(name);
    if (hungry === undefined) continue;
    if (has.length === minQuota) {
      belowMin.splice(next, 1);
      atMin.push(id);
    } else next += 1;
    if (next === belowMin.length) next = 0;
  }
  return { assignment, transferring };
}

function byNumberThenTopic(a: TopicPartition, b: TopicPartition): number {
  return a.partition - b.partition || compareText(a.topic, b.topic);
}
