import { NO_LEADER, type PartitionRegistration, register } from "../../structures/log/leader-election.ts";

/** What the controller has decided about every partition, and who wants to hear of changes. */
export class MetadataImage {
  readonly #registrations: PartitionRegistration[];
  readonly #watchers = new Map<number, Set<() => void>>();

  constructor(partitions: number, brokers: number, replication: number) {
    this.#registrations = Array.from({ length: partitions }, (_, partition) =>
      register(replicasOf(partition, brokers, replication)),
    );
  }

  get(partition: number): PartitionRegistration {
    return this.#registrations[partition] as PartitionRegistration;
  }

  /** The broker that leads a partition, or null. */
  leader(partition: number): number | null {
    const { leader } = this.get(partition);
    return leader === NO_LEADER ? null : leader;
  }

  set(partition: number, registration: PartitionRegistration): void {
    this.#registrations[partition] = registration;
    const watchers = this.#watchers.get(partition);
    this.#watchers.delete(partition);
    for (const changed of watchers ?? []) changed();
  }

  /** Be told, once, when something about a partition changes. */
  watch(partition: number, changed: () => void): void {
    const watchers = this.#watchers.get(partition) ?? new Set();
    this.#watchers.set(partition, watchers.add(changed));
  }

  *[Symbol.iterator](): IterableIterator<PartitionRegistration> {
    yield* this.#registrations;
  }

  get length(): number {
    return this.#registrations.length;
  }
}

/**
 * Which brokers hold a partition, the preferred leader first: leaders go round, and followers stand one broker further off
 * each time round, so that the partitions of a broker that dies go to different others. (Kafka does so without racks.)
 */
function replicasOf(partition: number, brokers: number, replication: number): number[] {
  const first = partition % brokers;
  const shift = Math.floor(partition / brokers);
  return Array.from({ length: Math.min(replication, brokers) }, (_, copy) => {
    if (copy === 0) return first + 1;
    return ((first + 1 + ((shift + copy - 1) % (brokers - 1))) % brokers) + 1;
  });
}
