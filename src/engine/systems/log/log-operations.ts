import type { Operation } from "../define-system.ts";
import type { Fields } from "../fields.ts";
import { choice, item, whole } from "../fields.ts";
import type { DistributedLogSystem } from "./distributed-log-system.ts";
import { parameters } from "./parameters.ts";

const count = whole({ min: 1, max: 10_000, default: 1, unit: "records", help: "How many such records." });
const value = item({ default: "187.2", help: "What the record says; undefined for a tombstone." });
const group = item({ default: "trading", help: "The group." });
const member = item({ default: "a", help: "The consumer, by its letter." });
const broker = whole({ min: 1, max: 100, default: 1, help: "The broker." });
const partition = whole({ min: 0, max: 999, default: 0, help: "The partition." });
const offset = whole({ min: 0, max: Number.MAX_SAFE_INTEGER, default: 0, help: "The offset." });

function operation<const F extends Fields>(
  definition: Operation<DistributedLogSystem, F>,
): Operation<DistributedLogSystem, F> {
  return definition;
}

/** What a producer is told to do. */
export const producerOperations = {
  produce: operation({
    help: "Send a record with a key: the key decides its partition. Returns the partition.",
    arguments: {
      key: item({ default: "AAPL", help: "The key; undefined for none." }),
      value,
      count,
    },
    shortcut: "p",
    source: { structure: "HashPartitioner", method: "partition" },
    run(cluster, { key, value: text, count: times }) {
      let partition = 0;
      for (let i = 0; i < times; i++) partition = cluster.produce(key ?? null, text ?? null, times === 1);
      return partition;
    },
  }),
  produceUnkeyed: operation({
    help: "Send a record without a key: it goes where the last ones went, until about a batch has gone there.",
    arguments: { value, count },
    shortcut: "u",
    source: { structure: "StickyPartitioner", method: "partition" },
    run(cluster, { value: text, count: times }) {
      let partition = 0;
      for (let i = 0; i < times; i++) partition = cluster.produce(null, text ?? null, times === 1);
      return partition;
    },
  }),
};

/** What a person does to groups and their consumers. */
export const groupOperations = {
  addConsumer: operation({
    help: "Start a consumer in a group, and the group if it is new. Returns its name.",
    arguments: {
      group,
      count: whole({ min: 1, max: 10_000, default: 1, unit: "consumers", help: "How many consumers." }),
    },
    shortcut: "c",
    run: (cluster, { group: id, count: times }) => cluster.groups.add(id ?? "undefined", times),
  }),
  removeConsumer: operation({
    help: "Have a consumer leave its group in good order.",
    arguments: { group, member },
    run: (cluster, { group: id, member: name }) =>
      cluster.groups.remove(id ?? "undefined", name ?? "undefined"),
  }),
  crashConsumer: operation({
    help: "Have a consumer die without a word: its group finds out when its session is over.",
    arguments: { group, member },
    run: (cluster, { group: id, member: name }) =>
      cluster.groups.crash(id ?? "undefined", name ?? "undefined"),
  }),
  consume: operation({
    help: "Have a consumer poll once. Returns the records that were at hand; if none were, it asks the brokers.",
    arguments: { group, member },
    shortcut: "r",
    run: (cluster, { group: id, member: name }) => cluster.consume(id ?? "undefined", name ?? "undefined"),
  }),
  commit: operation({
    help: "Have the consumers of a group commit how far they have read.",
    arguments: { group },
    run: (cluster, { group: id }) => cluster.groups.commit(id ?? "undefined"),
  }),
  switchAssignor: operation({
    help: "Change how a group divides the partitions. It rebalances.",
    arguments: { group, assignor: parameters.assignor },
    run: (cluster, { group: id, assignor }) => cluster.groups.switchAssignor(id ?? "undefined", assignor),
  }),
  seek: operation({
    help: "Have a group go on at an offset of a partition.",
    arguments: { group, partition, offset },
    run: (cluster, { group: id, partition: where, offset: at }) =>
      cluster.groups.seek(id ?? "undefined", where, { to: "offset", offset: at }),
  }),
  seekTo: operation({
    help: "Have a group go on at the first record that is left of a partition, or behind the last.",
    arguments: {
      group,
      partition,
      edge: choice({ options: ["earliest", "latest"], default: "earliest", help: "Which end of the log." }),
    },
    run: (cluster, { group: id, partition: where, edge }) =>
      cluster.groups.seek(id ?? "undefined", where, { to: edge }),
  }),
  seekTime: operation({
    help: "Have a group go on at the first record of a partition that is not older than a time.",
    arguments: {
      group,
      partition,
      timestamp: whole({ min: 0, max: Number.MAX_SAFE_INTEGER, default: 0, unit: "ms", help: "The time." }),
    },
    run: (cluster, { group: id, partition: where, timestamp }) =>
      cluster.groups.seek(id ?? "undefined", where, { to: "timestamp", timestamp }),
  }),
};

/** What befalls brokers. */
export const brokerOperations = {
  killBroker: operation({
    help: "Pull the plug of a broker. Its disk stays as it is.",
    arguments: { broker },
    run: (cluster, { broker: id }) => cluster.kill(id),
  }),
  restartBroker: operation({
    help: "Start a broker that is down.",
    arguments: { broker },
    run: (cluster, { broker: id }) => cluster.restart(id),
  }),
  isolateBroker: operation({
    help: "Cut a broker off from the controller and the other brokers. Clients still reach it.",
    arguments: { broker },
    run: (cluster, { broker: id }) => cluster.isolate(id),
  }),
  heal: operation({
    help: "Mend the network around every broker that is cut off. Returns how many there were.",
    arguments: {},
    run: (cluster) => cluster.heal(),
  }),
  uncleanElect: operation({
    help: "Have a replica lead that is not in sync, where there is no leader. Committed records may be lost.",
    arguments: { partition },
    run: (cluster, { partition: where }) => cluster.electUncleanly(where),
  }),
};

/** What is done to logs. */
export const logOperations = {
  enforceRetention: operation({
    help: "Have every broker remove what is too old or too much, now. Returns how many segments went.",
    arguments: {},
    run: (cluster) => cluster.enforceRetention(),
  }),
  compactNow: operation({
    help: "Have every broker keep only the last value of each key in its closed segments. Returns how many records went.",
    arguments: {},
    run: (cluster) => cluster.compact(),
  }),
  mergeByTime: operation({
    help: "Merge the newest records of all partitions by their timestamps. Returns how many of them that does not put in order.",
    arguments: {
      count: whole({ min: 2, max: 100, default: 16, unit: "records", help: "How many of the newest." }),
    },
    run: (cluster, { count: most }) => cluster.mergeByTime(most),
  }),
  lookup: operation({
    help: "Find an offset as the leader does: the segment, then the index entry, then the record. Returns its place in bytes.",
    arguments: { partition, offset },
    source: { structure: "DistributedLogPartition", method: "segmentOf" },
    run: (cluster, { partition: where, offset: at }) => cluster.find(where, at),
  }),
};
