/** One partition of a topic. */
export interface TopicPartition {
  readonly topic: string;
  readonly partition: number;
}

/** A consumer as it joins a rebalance. */
export interface GroupMember {
  readonly id: string;
  /** `group.instance.id` of a static member: it keeps its place in the order when it restarts under another id. */
  readonly instance?: string;
  readonly topics: readonly string[];
  /** What it had when it joined; only the sticky assignors look at it. */
  readonly owned?: readonly TopicPartition[];
  /** The generation of the group in which it got that; −1 when it does not know. */
  readonly generation?: number;
}

/** How many partitions each topic has. A topic that is not in it is unknown, and nobody gets anything of it. */
export type PartitionCounts = { readonly [topic: string]: number };

/** What each member gets, by member id. Every member is in it. */
export type Assignment = ReadonlyMap<string, readonly TopicPartition[]>;

/** How a consumer group divides the partitions of its topics among its members. */
export interface Assignor {
  /** As in `partition.assignment.strategy`. */
  readonly name: "range" | "roundrobin" | "sticky" | "cooperative-sticky";
  /**
   * Whether members keep what they have during a rebalance. Then a partition that changes hands belongs to nobody
   * until its old owner has let go of it, and the group rebalances once more.
   */
  readonly cooperative: boolean;
  /** Each partition of each subscribed topic goes to exactly one member; to none only on its way from one to another. */
  assign(counts: PartitionCounts, members: readonly GroupMember[]): Assignment;
}

/** For example `orders-3`. */
export function nameOf({ topic, partition }: TopicPartition): string {
  return `${topic}-${partition}`;
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Static members first, by instance; the others by id. */
export function compareMembers(a: GroupMember, b: GroupMember): number {
  if (a.instance !== undefined && b.instance !== undefined) return compareText(a.instance, b.instance);
  if (a.instance !== undefined) return -1;
  if (b.instance !== undefined) return 1;
  return compareText(a.id, b.id);
}

/** The topics that somebody subscribed to and that exist, sorted. */
export function subscribedTopics(counts: PartitionCounts, members: readonly GroupMember[]): string[] {
  const topics = new Set(members.flatMap((member) => member.topics));
  return [...topics].filter((topic) => (counts[topic] ?? 0) > 0).sort(compareText);
}

/** All partitions of these topics, in order. */
export function partitionsOf(counts: PartitionCounts, topics: readonly string[]): TopicPartition[] {
  return topics.flatMap((topic) =>
    Array.from({ length: counts[topic] ?? 0 }, (_, partition) => ({ topic, partition })),
  );
}
