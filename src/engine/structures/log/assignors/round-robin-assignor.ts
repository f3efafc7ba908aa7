import {
  type Assignor,
  compareMembers,
  type GroupMember,
  partitionsOf,
  subscribedTopics,
  type TopicPartition,
} from "./assignor.ts";

/**
 * All partitions of all topics in order are dealt out like cards, each to the next member round the circle that subscribed
 * to the topic. Even to one when all subscriptions are the same; when one member comes or goes, nearly all of it moves.
 */
export const roundRobinAssignor: Assignor = {
  name: "roundrobin",
  cooperative: false,
  assign(counts, members) {
    const assignment = new Map<string, TopicPartition[]>(members.map(({ id }) => [id, []]));
    const circle = [...members].sort(compareMembers);
    let next = 0;
    for (const topicPartition of partitionsOf(counts, subscribedTopics(counts, members))) {
      while (!(circle[next] as GroupMember).topics.includes(topicPartition.topic)) {
        next = (next + 1) % circle.length;
      }
      assignment.get((circle[next] as GroupMember).id)?.push(topicPartition);
      next = (next + 1) % circle.length;
    }
    return assignment;
  },
};
