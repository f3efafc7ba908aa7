import { choice, type Fields, type Values, whole } from "../fields.ts";

const onOff = ["off", "on"] as const;

/** How a cluster is set up. The names in brackets are Kafka's own. */
export const parameters = {
  partitions: whole({ min: 1, max: 1_000, default: 3, help: "Partitions of the topic." }),
  brokers: whole({ min: 1, max: 100, default: 3, help: "Brokers in the cluster." }),
  replication: whole({
    min: 1,
    max: 100,
    default: 2,
    unit: "copies",
    help: "Copies of each partition; at most one on each broker (replication.factor).",
  }),
  minInSync: whole({
    min: 1,
    max: 100,
    default: 1,
    unit: "replicas",
    help: "With acks=all, so many replicas must be in sync (min.insync.replicas).",
  }),
  acks: choice({
    options: ["all", "1", "0"],
    default: "all",
    help: "Whose copy the producer waits for: every in-sync replica’s, the leader’s, or nobody’s (acks).",
  }),
  retries: whole({
    min: 0,
    max: 100,
    default: 0,
    unit: "times",
    help: "How often the producer tries again before it tells its user of an error (retries).",
  }),
  producerClock: whole({
    min: -3_600_000,
    max: 3_600_000,
    default: 0,
    unit: "ms",
    help: "How far the producer’s clock is ahead of the true time; below 0 it is behind. It gives records their timestamps.",
  }),
  batchSize: whole({
    min: 1,
    max: 1_000_000,
    default: 300,
    unit: "bytes",
    help: "Records without a key stay with one partition for about so many bytes (batch.size).",
  }),
  segmentBytes: whole({
    min: 100,
    max: 1_073_741_824,
    default: 400,
    unit: "bytes",
    help: "The most that a segment holds: 400 bytes are about 5 short records (segment.bytes).",
  }),
  indexInterval: whole({
    min: 0,
    max: 1_000_000,
    default: 100,
    unit: "bytes",
    help: "The sparse index gets an entry every so many bytes (index.interval.bytes).",
  }),
  retentionMs: whole({
    min: -1,
    max: Number.MAX_SAFE_INTEGER,
    default: 604_800_000,
    unit: "ms",
    help: "A segment whose newest record is older may go; 168 hours as a rule, −1 for no limit (retention.ms).",
  }),
  retentionBytes: whole({
    min: -1,
    max: Number.MAX_SAFE_INTEGER,
    default: 10_000_000_000,
    unit: "bytes",
    help: "At least so much of a partition stays; −1 for no limit (retention.bytes).",
  }),
  retentionCheck: whole({
    min: 1,
    max: 86_400_000,
    default: 300_000,
    unit: "ms",
    help: "Brokers look so often for segments that may go (log.retention.check.interval.ms).",
  }),
  compact: choice({
    options: onOff,
    default: "off",
    help: "Keep the last value of each key instead of removing what is old (cleanup.policy).",
  }),
  unclean: choice({
    options: onOff,
    default: "off",
    help: "Whether a replica that is not in sync may lead when no other is left (unclean.leader.election.enable).",
  }),
  replicaLag: whole({
    min: 1,
    max: 600_000,
    default: 30_000,
    unit: "ms",
    help: "A follower that has not caught up for so long is no longer in sync; longer than fetchWait, or it comes and goes (replica.lag.time.max.ms).",
  }),
  brokerTimeout: whole({
    min: 1,
    max: 600_000,
    default: 9_000,
    unit: "ms",
    help: "After so long without a word the controller takes a broker for dead (broker.session.timeout.ms).",
  }),
  latency: whole({
    min: 1,
    max: 10_000,
    default: 5,
    unit: "ms",
    help: "How long a message is on its way.",
  }),
  requestTimeout: whole({
    min: 1,
    max: 600_000,
    default: 30_000,
    unit: "ms",
    help: "After so long without an answer a request has failed (request.timeout.ms).",
  }),
  fetchWait: whole({
    min: 1,
    max: 60_000,
    default: 500,
    unit: "ms",
    help: "A broker with nothing new answers a fetch after so long at the latest (fetch.max.wait.ms).",
  }),
  sessionTimeout: whole({
    min: 1,
    max: 1_800_000,
    default: 10_000,
    unit: "ms",
    help: "After so long without a heartbeat a consumer is out of its group (session.timeout.ms).",
  }),
  maxPollInterval: whole({
    min: 1,
    max: 86_400_000,
    default: 300_000,
    unit: "ms",
    help: "A consumer that works longer than this on what one poll returned leaves its group (max.poll.interval.ms).",
  }),
  heartbeat: whole({
    min: 1,
    max: 1_800_000,
    default: 3_000,
    unit: "ms",
    help: "How often a consumer says that it is alive; it must be shorter than sessionTimeout (heartbeat.interval.ms).",
  }),
  joinDelay: whole({
    min: 0,
    max: 600_000,
    default: 3_000,
    unit: "ms",
    help: "An empty group waits so long for more consumers (group.initial.rebalance.delay.ms).",
  }),
  pollSize: whole({
    min: 1,
    max: 10_000,
    default: 5,
    unit: "records",
    help: "The most that one poll returns (max.poll.records).",
  }),
  polling: choice({
    options: onOff,
    default: "off",
    help: "Whether consumers poll by themselves, or only when told to.",
  }),
  processing: whole({
    min: 0,
    max: 600_000,
    default: 0,
    unit: "ms",
    help: "How long a consumer takes for a record.",
  }),
  autoCommit: choice({
    options: onOff,
    default: "off",
    help: "Whether consumers commit by themselves when they poll (enable.auto.commit).",
  }),
  commitInterval: whole({
    min: 1,
    max: 600_000,
    default: 5_000,
    unit: "ms",
    help: "Time between two such commits, at least (auto.commit.interval.ms).",
  }),
  assignor: choice({
    options: ["range", "roundrobin", "sticky", "cooperative-sticky"],
    default: "range",
    help: "How a new group divides the partitions (partition.assignment.strategy).",
  }),
  resetPolicy: choice({
    options: ["earliest", "latest", "error"],
    default: "earliest",
    help: "Where a group goes on whose offset is gone, or that has none yet (auto.offset.reset).",
  }),
} satisfies Fields;

export type Settings = Values<typeof parameters>;

/** What may be changed in the middle of a run: all but the shape of the cluster. */
export const live: readonly (keyof Settings)[] = (Object.keys(parameters) as (keyof Settings)[]).filter(
  (name) => !["partitions", "brokers", "replication", "batchSize", "indexInterval"].includes(name),
);
