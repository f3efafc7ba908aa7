import {
  type Assignment,
  type Assignor,
  type GroupMember,
  nameOf,
  type PartitionCounts,
} from "./assignor.ts";

/** One assignment that the group agreed on. */
export interface Round {
  readonly generation: number;
  readonly assignment: Assignment;
  /** How many partitions were taken from a member that is still in the group. */
  readonly revoked: number;
}

/**
 * Rebalance a group: one round, or, when a cooperative assignor takes something away, another in which that is handed out.
 *
 * @param before who had what until now; only members that are still there count
 * @param generation the group's generation until now; every round is one more
 */
export function rebalance(
  assignor: Assignor,
  counts: PartitionCounts,
  members: readonly GroupMember[],
  before: Assignment,
  generation: number,
): readonly Round[] {
  const joining = members.map((member) => {
    const had = before.get(member.id);
    if (had === undefined) return member;
    // A cooperative member lets go of topics that it left before it joins; an eager one reports what it had.
    const owned = assignor.cooperative ? had.filter(({ topic }) => member.topics.includes(topic)) : had;
    return { ...member, owned, generation };
  });
  const assignment = assignor.assign(counts, joining);
  const revoked = joining.reduce((sum, { id, owned = [] }) => {
    const has = new Set((assignment.get(id) ?? []).map(nameOf));
    return sum + owned.filter((one) => !has.has(nameOf(one))).length;
  }, 0);
  const round = { generation: generation + 1, assignment, revoked };
  if (!assignor.cooperative || revoked === 0) return [round];
  return [round, ...rebalance(assignor, counts, members, assignment, generation + 1)];
}
