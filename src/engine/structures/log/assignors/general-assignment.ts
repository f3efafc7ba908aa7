import {
  compareText,
  type GroupMember,
  nameOf,
  type PartitionCounts,
  partitionsOf,
  type TopicPartition,
} from "./assignor.ts";
import type { StickyAssignment } from "./constrained-assignment.ts";
import type { Ownership } from "./ownership.ts";
import { PartitionMovements } from "./partition-movements.ts";

/**
 * The sticky assignment when members subscribed to different topics: keep what is owned, give the rest to whoever has
 * least, and then move partitions one at a time until no move would make it more even.
 */
export function generalAssignment(
  counts: PartitionCounts,
  topics: readonly string[],
  members: readonly GroupMember[],
  ownership: Ownership,
): StickyAssignment {
  const balancer = new Balancer(counts, topics, members, ownership);
  return { assignment: balancer.balanced(), transferring: undefined };
}

class Balancer {
  /** By topic, the ids of the members that subscribed to it. */
  readonly #subscribers: ReadonlyMap<string, readonly string[]>;
  /** All partitions, those that the fewest members can take first. */
  readonly #partitions: readonly TopicPartition[];
  readonly #previousOwner: ReadonlyMap<string, string>;
  readonly #movements = new PartitionMovements();
  readonly #capacity: ReadonlyMap<string, number>;
  /** Whether somebody owned what it no longer subscribes to. */
  readonly #revocationRequired: boolean;
  #assignment: Map<string, TopicPartition[]>;
  #owner = new Map<string, string>();

  constructor(
    counts: PartitionCounts,
    topics: readonly string[],
    members: readonly GroupMember[],
    { owned, previousOwner }: Ownership,
  ) {
    const subscribers = new Map(
      topics.map((topic) => [
        topic,
        members.filter((member) => member.topics.includes(topic)).map(({ id }) => id),
      ]),
    );
    const choices = (topic: string) => subscribers.get(topic)?.length ?? 0;
    const scarceFirst = [...topics].sort((a, b) => choices(a) - choices(b) || compareText(a, b));
    this.#subscribers = subscribers;
    this.#partitions = partitionsOf(counts, scarceFirst);
    this.#previousOwner = previousOwner;
    this.#capacity = new Map(
      members.map((member) => [
        member.id,
        topics.reduce((sum, topic) => sum + (member.topics.includes(topic) ? (counts[topic] ?? 0) : 0), 0),
      ]),
    );
    this.#assignment = new Map(
      members.map(({ id, topics: wanted }) => [
        id,
        (owned.get(id) ?? []).filter(({ topic }) => wanted.includes(topic)),
      ]),
    );
    this.#revocationRequired = members.some(({ id }) => (owned.get(id) ?? []).length > this.#held(id).length);
    for (const [id, held] of this.#assignment) for (const one of held) this.#owner.set(nameOf(one), id);
  }

  balanced(): ReadonlyMap<string, readonly TopicPartition[]> {
    const fromNothing = this.#owner.size === 0;
    const unassigned = this.#partitions.filter((one) => !this.#owner.has(nameOf(one)));
    for (const one of unassigned) this.#give(one, this.#leastLoaded(one.topic));

    const fixed = this.#setFixedAside();
    const before = new Map([...this.#assignment].map(([id, held]) => [id, [...held]]));
    // What was just handed out may move freely; only then look at what somebody had before.
    if (!this.#revocationRequired) this.#reassign(unassigned.filter((one) => this.#hasChoice(one.topic)));
    const moved = this.#reassign(this.#partitions.filter((one) => this.#hasChoice(one.topic)));
    if (!fromNothing && moved && unevenness(this.#assignment) >= unevenness(before))
      this.#assignment = before;
    return new Map([...this.#assignment, ...fixed]);
  }

  /** Take out the members that have all they can have, when nobody else could have any of it. */
  #setFixedAside(): Map<string, TopicPartition[]> {
    const fixed = new Map<string, TopicPartition[]>();
    for (const [id, held] of this.#assignment) {
      const full = held.length >= (this.#capacity.get(id) ?? 0);
      if (full && !held.some(({ topic }) => this.#hasChoice(topic))) fixed.set(id, held);
    }
    for (const id of fixed.keys()) this.#assignment.delete(id);
    return fixed;
  }

  /** Go through the partitions, again and again, and move those that somebody else should have. Returns whether any moved. */
  #reassign(partitions: readonly TopicPartition[]): boolean {
    let anyMoved = false;
    for (let moved = true; moved; ) {
      moved = false;
      for (const one of partitions) {
        if (this.#isBalanced()) break;
        const to = this.#betterOwner(one);
        if (to === undefined) continue;
        this.#move(one, to);
        moved = true;
        anyMoved = true;
      }
    }
    return anyMoved;
  }

  /** Who has at least two fewer than the owner: the one that had it a generation ago, or else the one with the fewest. */
  #betterOwner(one: TopicPartition): string | undefined {
    const size = this.#held(this.#owner.get(nameOf(one)) as string).length;
    const previous = this.#previousOwner.get(nameOf(one));
    const returns = previous !== undefined && this.#subscribers.get(one.topic)?.includes(previous);
    if (returns && size > this.#held(previous).length + 1) return previous;
    const least = this.#leastLoaded(one.topic);
    return size > this.#held(least).length + 1 ? least : undefined;
  }

  #move(one: TopicPartition, to: string): void {
    const actual = this.#movements.actual(one, this.#owner.get(nameOf(one)) as string, to);
    const from = this.#owner.get(nameOf(actual)) as string;
    this.#movements.move(actual, from, to);
    const name = nameOf(actual);
    this.#assignment.set(
      from,
      this.#held(from).filter((held) => nameOf(held) !== name),
    );
    this.#give(actual, to);
  }

  /** Whether nobody could have a partition of somebody who has at least two more. */
  #isBalanced(): boolean {
    const sizes = [...this.#assignment.values()].map((held) => held.length);
    if (Math.min(...sizes) >= Math.max(...sizes) - 1) return true;
    const least = new Map(
      [...this.#subscribers].map(([topic, ids]) => [
        topic,
        Math.min(...ids.map((id) => this.#held(id).length)),
      ]),
    );
    return this.#partitions.every((one) => {
      const owner = this.#owner.get(nameOf(one)) as string;
      return !this.#assignment.has(owner) || (least.get(one.topic) ?? 0) + 1 >= this.#held(owner).length;
    });
  }

  #give(one: TopicPartition, to: string): void {
    this.#held(to).push(one);
    this.#owner.set(nameOf(one), to);
  }

  #leastLoaded(topic: string): string {
    const [first, ...others] = this.#subscribers.get(topic) as readonly string[];
    return others.reduce((least, id) => {
      const fewer = this.#held(id).length - this.#held(least).length;
      return fewer < 0 || (fewer === 0 && id < least) ? id : least;
    }, first as string);
  }

  #hasChoice(topic: string): boolean {
    return (this.#subscribers.get(topic)?.length ?? 0) > 1;
  }

  #held(id: string): TopicPartition[] {
    return this.#assignment.get(id) ?? [];
  }
}

/** The sum over all pairs of members of how much their shares differ. */
function unevenness(assignment: ReadonlyMap<string, readonly TopicPartition[]>): number {
  const sizes = [...assignment.values()].map((held) => held.length);
  return sizes.reduce(
    (sum, a, i) => sum + sizes.slice(i + 1).reduce((rest, b) => rest + Math.abs(a - b), 0),
    0,
  );
}
