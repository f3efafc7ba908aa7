import { type Assignor, compareMembers, subscribedTopics, type TopicPartition } from "./assignor.ts";

/**
 * Topic by topic, each member gets a run of neighbouring partitions, and the first members get one more where it does not
 * come out even. Partitions of the same number in several topics meet at one member, at the cost of balance: the first
 * members get one more of every topic.
 */
export const rangeAssignor: Assignor = {
  name: "range",
  cooperative: false,
  assign(counts, members) {
    const assignment = new Map<string, TopicPartition[]>(members.map(({ id }) => [id, []]));
    const ordered = [...members].sort(compareMembers);
    for (const topic of subscribedTopics(counts, members)) {
      const subscribers = ordered.filter(({ topics }) => topics.includes(topic));
      const count = counts[topic] ?? 0;
      const quota = Math.floor(count / subscribers.length);
      const withOneMore = count % subscribers.length;
      let partition = 0;
      for (const [i, { id }] of subscribers.entries()) {
        const end = partition + quota + (i < withOneMore ? 1 : 0);
        for (; partition < end; partition++) assignment.get(id)?.push({ topic, partition });
      }
    }
    return assignment;
  },
};
