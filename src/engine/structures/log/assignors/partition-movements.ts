import { nameOf, type TopicPartition } from "./assignor.ts";
import { inHashOrder, stringHash } from "./hash-order.ts";

interface Movement {
  readonly topicPartition: TopicPartition;
  readonly from: string;
  readonly to: string;
}

/**
 * What moved from whom to whom while an assignment is being balanced. If one partition of a topic went from A to B, then
 * no other of that topic may go from B to A: the first goes back instead, and in the end nothing moved.
 */
export class PartitionMovements {
  readonly #movements = new Map<string, Movement>();

  /** A partition goes from one member to another. */
  move(topicPartition: TopicPartition, from: string, to: string): void {
    const name = nameOf(topicPartition);
    const origin = this.#movements.get(name)?.from ?? from;
    if (origin === to) this.#movements.delete(name);
    else this.#movements.set(name, { topicPartition, from: origin, to });
  }

  /** Which partition should go to `to` when this one is meant to. */
  actual(topicPartition: TopicPartition, from: string, to: string): TopicPartition {
    const origin = this.#movements.get(nameOf(topicPartition))?.from ?? from;
    const back = [...this.#movements.values()]
      .filter((movement) => movement.from === to && movement.to === origin)
      .map((movement) => movement.topicPartition)
      .filter(({ topic }) => topic === topicPartition.topic);
    const [first] = inHashOrder(back, partitionHash);
    return first ?? topicPartition;
  }
}

/** Java's `TopicPartition.hashCode`. */
function partitionHash({ topic, partition }: TopicPartition): number {
  return (Math.imul(31, 31 + partition) + stringHash(topic)) | 0;
}
