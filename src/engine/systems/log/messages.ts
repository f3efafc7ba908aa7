import type { GroupMember } from "../../structures/log/assignors/assignor.ts";
import type { KafkaErrorCode } from "../../structures/log/kafka-error.ts";
import type { PartitionRegistration } from "../../structures/log/leader-election.ts";
import type { EpochLog } from "../../structures/log/leader-epochs.ts";
import type { RecordBatch } from "../../structures/log/record-batch.ts";
import type { Settings } from "./parameters.ts";

export type Acks = Settings["acks"];
export type AssignorName = Settings["assignor"];

/** What a request can be refused with, by the names of Kafka's protocol. */
export type ErrorName =
  | KafkaErrorCode
  | "NOT_LEADER_OR_FOLLOWER"
  | "FENCED_LEADER_EPOCH"
  | "UNKNOWN_LEADER_EPOCH"
  | "REQUEST_TIMED_OUT"
  | "NETWORK_EXCEPTION"
  | "COORDINATOR_NOT_AVAILABLE"
  | "ILLEGAL_GENERATION"
  | "UNKNOWN_MEMBER_ID"
  | "REBALANCE_IN_PROGRESS";

/** What the producer hands to a broker. */
export interface Produced {
  /** Counted from 0 over the whole run. */
  readonly id: number;
  readonly key: string | null;
  readonly value: string | null;
  /** When it was produced, in ms. */
  readonly timestamp: number;
}

/** A question that wants an answer: who asks, and by which number they know the answer. */
interface Request {
  readonly request: number;
  readonly from: string;
}

interface Answer {
  readonly answers: number;
}

export type ProduceRequest = Request & {
  readonly kind: "produce";
  readonly partition: number;
  readonly record: Produced;
  readonly acks: Acks;
};

export type FetchRequest = Request & {
  readonly kind: "fetch";
  readonly partition: number;
  readonly offset: number;
  /** The broker that follows, or null for a consumer. */
  readonly follower: {
    readonly broker: number;
    readonly leaderEpoch: number;
    /** Of the last record it has; undefined when it has none. */
    readonly lastEpoch: number | undefined;
    /** What it knows the high watermark to be. (KIP-1166) */
    readonly highWatermark: number;
  } | null;
  /** At most so many records. */
  readonly most: number;
  /** How long the broker may wait for something new, in ms. */
  readonly patience: number;
};

export type ListOffsetsRequest = Request & {
  readonly kind: "list-offsets";
  readonly partition: number;
  /** The first offset whose record is not older, or null when only the ends are asked for. */
  readonly timestamp: number | null;
};

/** From a leader to the controller: who should count as in sync from now on, and who should not. */
export type AlterPartition = {
  readonly kind: "alter-partition";
  readonly broker: number;
  readonly partition: number;
  readonly leaderEpoch: number;
  readonly partitionEpoch: number;
  readonly change: { readonly kind: "expand" | "shrink"; readonly broker: number };
};

export type JoinRequest = Request & {
  readonly kind: "join";
  readonly group: string;
  readonly member: string;
  readonly generation: number;
  readonly owned: readonly number[];
};

export type SyncRequest = Request & {
  readonly kind: "sync";
  readonly group: string;
  readonly member: string;
  readonly generation: number;
  /** From the leader of the group only: who gets what. */
  readonly assignment: ReadonlyMap<string, readonly number[]> | null;
};

export type CommitRequest = Request & {
  readonly kind: "commit";
  readonly group: string;
  readonly member: string;
  readonly generation: number;
  /** By partition: the offset of the next record to read. */
  readonly offsets: ReadonlyMap<number, number>;
};

export type GroupRequest =
  | JoinRequest
  | SyncRequest
  | CommitRequest
  | (Request & {
      readonly kind: "heartbeat";
      readonly group: string;
      readonly member: string;
      readonly generation: number;
    })
  | (Request & { readonly kind: "leave"; readonly group: string; readonly member: string })
  | (Request & {
      readonly kind: "fetch-offsets";
      readonly group: string;
      readonly member: string;
      readonly partitions: readonly number[];
    });

export type Message =
  | ProduceRequest
  | FetchRequest
  | ListOffsetsRequest
  | GroupRequest
  | AlterPartition
  /** Done as asked: the record has this place. */
  | (Answer & { readonly kind: "appended"; readonly offset: number; readonly epoch: number })
  | (Answer & { readonly kind: "refused"; readonly error: ErrorName })
  | (Answer & {
      readonly kind: "fetched";
      readonly partition: number;
      readonly batches: readonly RecordBatch[];
      readonly highWatermark: number;
      readonly logStart: number;
    })
  /** To a follower whose log is not the beginning of its leader's. */
  | (Answer & { readonly kind: "diverging"; readonly partition: number; readonly leader: EpochLog })
  /** To a follower that asks for what its leader does not have. */
  | (Answer & {
      readonly kind: "out-of-range";
      readonly partition: number;
      readonly logStart: number;
      readonly logEnd: number;
    })
  | (Answer & {
      readonly kind: "offsets";
      readonly logStart: number;
      readonly highWatermark: number;
      readonly found: number | null;
    })
  | (Answer & {
      readonly kind: "joined";
      readonly generation: number;
      readonly assignor: AssignorName;
      /** For the leader of the group only. */
      readonly members: readonly GroupMember[] | null;
    })
  | (Answer & { readonly kind: "synced"; readonly generation: number; readonly owns: readonly number[] })
  | (Answer & { readonly kind: "committed"; readonly offsets: ReadonlyMap<number, number> })
  | (Answer & { readonly kind: "committed-offsets"; readonly offsets: ReadonlyMap<number, number | null> })
  /** From the controller to a broker: who leads, and who counts as in sync. */
  | {
      readonly kind: "partition-state";
      readonly partition: number;
      readonly state: PartitionRegistration;
      /** It is the answer to what the leader asked for. */
      readonly settles: boolean;
    }
  /** From a broker that has started, or can reach the controller again. */
  | { readonly kind: "register"; readonly broker: number; readonly started: boolean }
  | { readonly kind: "broker-silent"; readonly broker: number; readonly since: number }
  /** Wake-ups that a process has set for itself. */
  | { readonly kind: "metadata"; readonly partition: number }
  | { readonly kind: "retry"; readonly record: number }
  | { readonly kind: "give-up"; readonly record: number }
  | { readonly kind: "fetch-due"; readonly partition: number; readonly request: number }
  | { readonly kind: "acks-due"; readonly partition: number; readonly request: number }
  | { readonly kind: "lag-due"; readonly partition: number }
  | { readonly kind: "retention" }
  | { readonly kind: "refetch"; readonly partition: number }
  | { readonly kind: "sessions" }
  | { readonly kind: "join-due"; readonly group: string; readonly round: number }
  | { readonly kind: "beat" }
  | { readonly kind: "rejoin" }
  | { readonly kind: "poll" }
  | { readonly kind: "poll-due" }
  | { readonly kind: "processed" };
