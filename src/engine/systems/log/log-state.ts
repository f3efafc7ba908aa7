import type { PersistentVector } from "../../kernel/persistent-vector.ts";
import type { Running } from "../define-system.ts";

/** A record of a topic. It is the same record on every replica. */
export interface LogRecord {
  /** Counted from 0 over the whole run: the record keeps it wherever it goes. */
  readonly id: number;
  /** Null for a record without a key. */
  readonly key: string | null;
  /** Null for a tombstone. */
  readonly value: string | null;
  /** When it was produced by the clock of its producer, in ms. */
  readonly timestamp: number;
  readonly bytes: number;
  /** The leader epoch in which it was appended; −1 while it is on its way to its leader. */
  readonly epoch: number;
}

/** A stretch of a log in one file. */
export interface SegmentState {
  /** Offset of its first record. */
  readonly base: number;
  readonly bytes: number;
  /** Offset and record of what is in it, oldest first; compaction leaves gaps in the offsets. */
  readonly records: PersistentVector<{ readonly offset: number; readonly record: LogRecord }>;
  /** The sparse index: from an offset to a place in the file, in bytes. */
  readonly index: readonly { readonly offset: number; readonly place: number }[];
  /** Timestamp of its newest record, in ms; null when it is empty. */
  readonly newest: number | null;
  readonly active: boolean;
}

/** One broker's copy of a partition. */
export interface ReplicaState {
  readonly broker: number;
  readonly role: "leader" | "follower" | "offline";
  /** It was voted out and has not heard of it: it goes on as the leader for whoever asks it. */
  readonly deposed: boolean;
  readonly inSync: boolean;
  readonly logStart: number;
  /** Offset of the next record. */
  readonly logEnd: number;
  /** What this replica knows the high watermark to be. */
  readonly highWatermark: number;
  readonly segments: PersistentVector<SegmentState>;
}

export interface PartitionState {
  readonly topic: string;
  readonly partition: number;
  /** Broker that leads; null when none can. */
  readonly leader: number | null;
  readonly leaderEpoch: number;
  /** Brokers in sync. */
  readonly isr: readonly number[];
  /** The leader's first (or the last leader's), then the followers. */
  readonly replicas: readonly ReplicaState[];
  /** Acknowledged records that no replica holds any more: lost. */
  readonly lostAcknowledged: number;
  /** Acknowledged records that some replica holds, but not the leader: nobody can read them. */
  readonly missingAcknowledged: number;
  /** Behind the last record acknowledged with acks=all, unless an unclean election took it back. */
  readonly durableEnd: number;
  /** The leader’s high watermark, or that of the last leader. */
  readonly highWatermark: number;
  /** The highest that any leader’s high watermark has been: below it, records could be read. */
  readonly highestWatermark: number;
}

export interface BrokerState {
  readonly id: number;
  readonly state: "up" | "down" | "isolated";
  readonly leads: number;
  readonly follows: number;
}

export interface MemberState {
  readonly id: string;
  /** The same, by which a path finds it: `members.a`. */
  readonly name: string;
  readonly state: "stable" | "joining" | "crashed" | "revoking" | "late";
  /** What it owns, as `topic-partition` numbers: the partition's index in {@link LogState.partitions}. */
  readonly owns: readonly number[];
  /** Until when the coordinator waits for its heartbeat, in ms. */
  readonly sessionUntil: number;
  /** Records read and not yet committed. */
  readonly uncommitted: number;
  /** Records that a poll returned and that it has not processed yet. */
  readonly inHand: number;
  /** What its last poll returned, oldest first: for each partition the way its position went, and the offsets returned. */
  readonly polled: readonly {
    readonly partition: number;
    readonly from: number;
    readonly to: number;
    readonly offsets: readonly number[];
  }[];
  /** Whether a poll waits for records. */
  readonly polling: boolean;
  /** What it was refused last, as Kafka names it; null after a success. */
  readonly error: string | null;
}

export interface GroupState {
  readonly id: string;
  /** The same, by which a path finds it: `groups.trading`. */
  readonly name: string;
  /** The broker that keeps its members and offsets; null when there is none. */
  readonly coordinator: number | null;
  readonly generation: number;
  readonly state: "empty" | "stable" | "rebalancing";
  readonly assignor: "range" | "roundrobin" | "sticky" | "cooperative-sticky";
  readonly members: PersistentVector<MemberState>;
  /** By index of the partition. */
  readonly positions: PersistentVector<GroupPosition>;
  /** Partitions that changed hands in the last rebalance. */
  readonly moved: readonly number[];
  /** Records processed, each time counted; processed once more; passed over unread, as when retention was faster. */
  readonly processed: number;
  readonly twice: number;
  readonly skipped: number;
  /** Committed before it was processed, and then the consumer died: never processed. */
  readonly missed: number;
  /** Rebalances that came to an assignment. */
  readonly rebalances: number;
}

/** How far a group has come in one partition. */
export interface GroupPosition {
  /** Offset of the next record to read after a restart; null before the first commit. */
  readonly committed: number | null;
  /** Offset of the next record that its owner will read. */
  readonly position: number;
  /** High watermark − position. */
  readonly lag: number;
  /** Behind the last record that the group was given; null before the first. */
  readonly given: number | null;
  /** Id of the member that owns it; null for none. */
  readonly owner: string | null;
}

/** Something on its way between two places. */
export interface Flight {
  readonly id: number;
  readonly kind: "produce" | "acknowledge" | "fetch" | "replicate" | "deliver" | "commit" | "refuse";
  /** `producer`, `broker-1`, `group/member`. */
  readonly from: string;
  readonly to: string /** Index of the partition; −1 for what a group is told about itself. */;
  readonly partition: number;
  readonly records: readonly LogRecord[];
  /** Virtual time in ms. */
  readonly sent: number;
  readonly due: number;
  /** What a `refuse` says, as Kafka names it: `NOT_ENOUGH_REPLICAS`. */
  readonly error: string | null;
}

/** The producer, as its user sees it. */
export interface ProducerState {
  readonly acks: "0" | "1" | "all";
  readonly sent: number;
  readonly acknowledged: number;
  readonly failed: number;
  /** Records that are on their way, or that wait for a leader, for an answer or for another try. */
  readonly waiting: number;
  /** Records sent with acks=0: nobody will ever tell. */
  readonly untold: number;
  /** The last answer: an offset, or an error as Kafka names it. */
  readonly last: {
    readonly partition: number;
    readonly offset: number | null;
    readonly error: string | null;
  } | null;
  /** The partition that records without a key stick to now. */
  readonly sticky: number | null;
}

/** A record among those of all partitions, in the order of their timestamps. */
export interface MergedRecord {
  readonly partition: number;
  readonly offset: number;
  readonly record: LogRecord;
  /** One of another partition has the same timestamp: which of them goes first is chance. */
  readonly undecided: boolean;
  /** It stands before one that was sent earlier, because of a clock. */
  readonly ahead: boolean;
}

/** A Kafka-style cluster with one topic, a producer and consumer groups, at one moment. */
export interface LogState {
  /** Virtual time in ms. */
  readonly time: number;
  readonly topic: string;
  readonly replication: number;
  readonly minInSync: number;
  readonly unclean: boolean;
  readonly retention: {
    readonly ms: number | null;
    readonly bytes: number | null;
    readonly compact: boolean;
  };
  readonly partitions: PersistentVector<PartitionState>;
  readonly brokers: PersistentVector<BrokerState>;
  readonly groups: readonly GroupState[];
  readonly producer: ProducerState;
  /** A bounded number, oldest first. */
  readonly flights: readonly Flight[];
  /** What the last step touched: a partition's index, a broker, a member; for the picture's emphasis. */
  readonly touched: {
    readonly partition: number | null;
    readonly broker: number | null;
    readonly member: string | null;
    /** Ids of the records that were just written, read, removed or lost. */
    readonly records: readonly number[];
  };
  /** A binary search through a sparse index that is under way or has just ended. */
  readonly lookup: {
    readonly partition: number;
    readonly offset: number;
    /** Offsets of the index entries looked at, in order. */
    readonly probes: readonly number[];
    readonly found: { readonly segment: number; readonly place: number } | null;
  } | null;
  /** All partitions merged by timestamp, when that was asked for just now. */
  readonly merged: {
    readonly entries: readonly MergedRecord[];
    /** How many have the same timestamp as one of another partition, and how many stand before one that was sent earlier. */
    readonly undecided: number;
    readonly ahead: number;
  } | null;
  /** The method of a log that ran last. */
  readonly code: Running | null;
  /** Whether compaction has ever removed a record: then there are gaps in the offsets. */
  readonly compacted: boolean;
}
