import {
  type Assignor,
  type GroupMember,
  nameOf,
  type PartitionCounts,
  subscribedTopics,
  type TopicPartition,
} from "./assignor.ts";
import { constrainedAssignment, type StickyAssignment } from "./constrained-assignment.ts";
import { generalAssignment } from "./general-assignment.ts";
import { inHashOrder, stringHash } from "./hash-order.ts";
import { ownership } from "./ownership.ts";

/**
 * As even as the subscriptions allow, and of what the members own as little moves as that needs. Everybody still stops
 * during the rebalance.
 */
export const stickyAssignor: Assignor = {
  name: "sticky",
  cooperative: false,
  assign: (counts, members) => assignSticky(counts, members).assignment,
};

/** As sticky, but a member goes on with what it keeps, and what it loses is handed out in a second rebalance. */
export const cooperativeStickyAssignor: Assignor = {
  name: "cooperative-sticky",
  cooperative: true,
  assign(counts, members) {
    const { assignment, transferring = changedHands(members, assignment) } = assignSticky(counts, members);
    return new Map(
      [...assignment].map(([id, held]) => [id, held.filter((one) => !transferring.has(nameOf(one)))]),
    );
  },
};

function assignSticky(counts: PartitionCounts, group: readonly GroupMember[]): StickyAssignment {
  const members = inHashOrder(group, ({ id }) => stringHash(id));
  const topics = subscribedTopics(counts, members);
  const owned = ownership(counts, topics, members);
  const assign = sameSubscriptions(members) ? constrainedAssignment : generalAssignment;
  return assign(counts, topics, members, owned);
}

function sameSubscriptions(members: readonly GroupMember[]): boolean {
  const [first, ...others] = members.map(({ topics }) => new Set(topics));
  return others.every(
    (topics) => first?.size === topics.size && [...topics].every((topic) => first.has(topic)),
  );
}

/** The names of partitions that one member loses and another gets. */
function changedHands(
  members: readonly GroupMember[],
  assignment: ReadonlyMap<string, readonly TopicPartition[]>,
): Set<string> {
  const added = new Set<string>();
  const revoked = new Set<string>();
  for (const { id, owned = [] } of members) {
    const had = new Set(owned.map(nameOf));
    const has = new Set((assignment.get(id) ?? []).map(nameOf));
    for (const name of has) if (!had.has(name)) added.add(name);
    for (const name of had) if (!has.has(name)) revoked.add(name);
  }
  return new Set([...added].filter((name) => revoked.has(name)));
}
