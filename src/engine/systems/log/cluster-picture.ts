import { PersistentVector } from "../../kernel/persistent-vector.ts";
import type { PartitionRegistration } from "../../structures/log/leader-election.ts";
import type { LogSegment } from "../../structures/log/log-segment.ts";
import { batchOf, type LogRecord as StoredRecord } from "../../structures/log/record-batch.ts";
import type { Broker } from "./broker.ts";
import type { GroupPicture } from "./group-picture.ts";
import type {
  BrokerState,
  GroupState,
  LogRecord,
  LogState,
  PartitionState,
  ReplicaState,
} from "./log-state.ts";
import type { Produced } from "./messages.ts";
import type { Replica } from "./replica.ts";
import { ReplicaPicture } from "./replica-picture.ts";

/** What the picture is drawn from. */
export interface Drawable {
  readonly topic: string;
  readonly shown: WeakMap<StoredRecord, LogRecord>;
  registration(partition: number): PartitionRegistration;
  replica(partition: number, broker: number): Replica;
  broker(id: number): Broker;
  account(
    partition: number,
  ): Pick<PartitionState, "durableEnd"> & { readonly lost: number; readonly missing: number };
}

type Touched = LogState["touched"];
const UNTOUCHED: Touched = Object.freeze({
  partition: null,
  broker: null,
  member: null,
  records: Object.freeze([]),
});

/** What is to be seen of partitions, brokers and groups. Only what was said to have changed is drawn anew. */
export class ClusterPicture {
  /** Whether compaction has ever removed a record. */
  compacted = false;
  readonly groups = new Map<string, GroupPicture>();
  readonly #source: Drawable;
  readonly #replicas = new Map<Replica, ReplicaPicture>();
  readonly #watermarks: { highest: number; current: number }[];
  readonly #leads: number[];
  readonly #stalePartitions = new Set<number>();
  readonly #staleBrokers = new Set<number>();
  #partitions: PersistentVector<PartitionState>;
  #brokers: PersistentVector<BrokerState>;
  #groups: readonly GroupState[] = Object.freeze([]);
  #touched: Touched = UNTOUCHED;
  #isTouched = false;

  constructor(source: Drawable, partitions: number, brokers: number) {
    this.#source = source;
    this.#watermarks = Array.from({ length: partitions }, () => ({ highest: 0, current: 0 }));
    this.#leads = new Array<number>(brokers + 1).fill(0);
    this.#partitions = PersistentVector.filled(partitions, undefined as unknown as PartitionState);
    this.#brokers = PersistentVector.filled(brokers, undefined as unknown as BrokerState);
    for (let partition = 0; partition < partitions; partition++) this.#stalePartitions.add(partition);
    for (let broker = 1; broker <= brokers; broker++) this.#staleBrokers.add(broker);
  }

  get topic(): string {
    return this.#source.topic;
  }

  /** What the step under way is about; the last word on each counts. */
  touch(what: Partial<Touched>): void {
    const before = this.#isTouched ? this.#touched : UNTOUCHED;
    this.#isTouched = true;
    const records = what.records === undefined ? before.records : Object.freeze([...what.records]);
    this.#touched = Object.freeze({ ...before, ...what, records });
  }

  partition(partition: number): void {
    this.#stalePartitions.add(partition);
  }

  broker(broker: number): void {
    this.#staleBrokers.add(broker);
    for (const partition of this.#source.broker(broker).replicas.keys()) this.partition(partition);
  }

  /** A partition has another leader. −1 stands for none. */
  led(partition: number, before: number, after: number): void {
    for (const [broker, change] of [
      [before, -1],
      [after, 1],
    ] as const) {
      if (broker <= 0) continue;
      this.#leads[broker] = (this.#leads[broker] ?? 0) + change;
      this.#staleBrokers.add(broker);
    }
    this.partition(partition);
    if (after > 0) this.highWatermark(this.#source.replica(partition, after));
  }

  /** Records were added at the end of a replica’s log. */
  grown(replica: Replica): void {
    this.#of(replica).grown();
    this.partition(replica.partition);
  }

  /** A replica’s log was cut or cleaned. */
  rewritten(replica: Replica): void {
    this.#of(replica).rewritten();
    this.partition(replica.partition);
  }

  /** A replica’s high watermark has moved. */
  highWatermark(replica: Replica): void {
    const { partition } = replica;
    this.partition(partition);
    if (this.#source.registration(partition).leader !== replica.broker) return;
    const watermark = this.#watermarks[partition];
    if (watermark === undefined) return;
    watermark.current = replica.log.highWatermark;
    watermark.highest = Math.max(watermark.highest, watermark.current);
    for (const group of this.groups.values()) group.lagChanged(partition);
  }

  /** The leader’s high watermark, or that of the last leader. */
  highWatermarkOf(partition: number): number {
    return this.#watermarks[partition]?.current ?? 0;
  }

  /** What is to be shown of a record that has no place yet. */
  record({ id, key, value, timestamp }: Produced): LogRecord {
    const { bytes } = batchOf(0, [{ key, value, timestamp }], 0);
    return Object.freeze({ id, key, value, timestamp, bytes, epoch: -1 });
  }

  /** The records of a replica, by id, oldest first. */
  recordsOf({ log }: Replica): number[] {
    return this.idsIn(log.segments);
  }

  idsIn(segments: readonly LogSegment[]): number[] {
    const { shown } = this.#source;
    return segments.flatMap(({ batches }) =>
      batches.flatMap(({ records }) => records.map((stored) => (shown.get(stored) as LogRecord).id)),
    );
  }

  snapshot(): Pick<LogState, "partitions" | "brokers" | "groups" | "touched"> {
    for (const partition of this.#stalePartitions) {
      this.#partitions = this.#partitions.with(partition, this.#drawPartition(partition));
    }
    this.#stalePartitions.clear();
    for (const broker of this.#staleBrokers) {
      this.#brokers = this.#brokers.with(broker - 1, this.#drawBroker(broker));
    }
    this.#staleBrokers.clear();
    const groups = [...this.groups.values()].map((group) => group.snapshot());
    const same =
      groups.length === this.#groups.length && groups.every((group, i) => group === this.#groups[i]);
    if (!same) this.#groups = Object.freeze(groups);
    if (!this.#isTouched) this.#touched = UNTOUCHED;
    this.#isTouched = false;
    return {
      partitions: this.#partitions,
      brokers: this.#brokers,
      groups: this.#groups,
      touched: this.#touched,
    };
  }

  #of(replica: Replica): ReplicaPicture {
    const known = this.#replicas.get(replica) ?? new ReplicaPicture(replica, this.#source.shown);
    this.#replicas.set(replica, known);
    return known;
  }

  #drawPartition(partition: number): PartitionState {
    const { replicas, leader, isr, leaderEpoch } = this.#source.registration(partition);
    const { lost, missing, durableEnd } = this.#source.account(partition);
    const watermark = this.#watermarks[partition];
    const first = leader > 0 ? leader : replicas[0];
    const ordered = [...replicas].sort((a, b) => Number(b === first) - Number(a === first));
    return Object.freeze({
      topic: this.#source.topic,
      partition,
      leader: leader > 0 ? leader : null,
      leaderEpoch,
      isr,
      replicas: Object.freeze(ordered.map((broker) => this.#drawReplica(partition, broker))),
      lostAcknowledged: lost,
      missingAcknowledged: missing,
      durableEnd,
      highWatermark: watermark?.current ?? 0,
      highestWatermark: watermark?.highest ?? 0,
    });
  }

  #drawReplica(partition: number, broker: number): ReplicaState {
    const replica = this.#source.replica(partition, broker);
    const { leader, isr } = this.#source.registration(partition);
    const { logStartOffset: logStart, logEndOffset: logEnd, highWatermark } = replica.log;
    const down = this.#source.broker(broker).state === "down";
    return Object.freeze({
      broker,
      role: down ? "offline" : leader === broker ? "leader" : "follower",
      deposed: replica.leadership !== undefined && leader !== broker,
      inSync: isr.includes(broker),
      logStart,
      logEnd,
      highWatermark,
      segments: this.#of(replica).segments,
    });
  }

  #drawBroker(id: number): BrokerState {
    const broker = this.#source.broker(id);
    const leads = this.#leads[id] ?? 0;
    return Object.freeze({ id, state: broker.state, leads, follows: broker.replicas.size - leads });
  }
}
