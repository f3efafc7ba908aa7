import { type GroupMember, nameOf, type PartitionCounts, type TopicPartition } from "./assignor.ts";

/** Who claims what, after contradictions are settled. */
export interface Ownership {
  /** By member id; every member is in it. */
  readonly owned: ReadonlyMap<string, readonly TopicPartition[]>;
  /** Names of partitions that two members of the same generation claimed. Neither claim can be trusted. */
  readonly disputed: ReadonlySet<string>;
  /** By name: the latest owner of an earlier generation, for partitions that somebody claims from then. */
  readonly previousOwner: ReadonlyMap<string, string>;
}

interface Claim {
  readonly member: string;
  readonly generation: number;
}

/**
 * Believe the members about what they own. Of two that claim the same partition the later generation is right: the other
 * missed a rebalance. Partitions that no longer exist are left out.
 */
export function ownership(
  counts: PartitionCounts,
  topics: readonly string[],
  members: readonly GroupMember[],
): Ownership {
  const claims = new Map<string, Claim>();
  const disputed = new Set<string>();
  for (const { id, owned = [], generation = -1 } of members) {
    for (const name of owned.filter((one) => exists(counts, topics, one)).map(nameOf)) {
      const other = claims.get(name);
      if (other !== undefined && other.generation === generation) disputed.add(name);
      if (other === undefined || generation > other.generation) {
        claims.set(name, { member: id, generation });
      }
    }
  }
  const owned = new Map(
    members.map((member) => [
      member.id,
      (member.owned ?? []).filter((one) => {
        const name = nameOf(one);
        return claims.get(name)?.member === member.id && !disputed.has(name);
      }),
    ]),
  );
  return { owned, disputed, previousOwner: previousOwners(members) };
}

function exists(
  counts: PartitionCounts,
  topics: readonly string[],
  { topic, partition }: TopicPartition,
): boolean {
  return topics.includes(topic) && partition < (counts[topic] ?? 0);
}

function previousOwners(members: readonly GroupMember[]): Map<string, string> {
  const latest = Math.max(...members.map(({ generation = -1 }) => generation));
  const previous = new Map<string, Claim>();
  for (const { id, owned = [], generation = -1 } of members) {
    if (generation === latest) continue;
    for (const name of owned.map(nameOf)) {
      if (generation > (previous.get(name)?.generation ?? Number.NEGATIVE_INFINITY)) {
        previous.set(name, { member: id, generation });
      }
    }
  }
  return new Map([...previous].map(([name, { member }]) => [name, member]));
}
