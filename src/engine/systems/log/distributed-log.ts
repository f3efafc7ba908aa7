import type { Context } from "../define-system.ts";
import { defineSystem } from "../define-system.ts";
import { DistributedLogSystem } from "./distributed-log-system.ts";
import { logInvariants } from "./log-invariants.ts";
import { brokerOperations, groupOperations, logOperations, producerOperations } from "./log-operations.ts";
import { live, parameters } from "./parameters.ts";

/** A Kafka-style cluster: partitions on brokers, replicated, read by groups of consumers. */
export const distributedLog = defineSystem({
  id: "distributed-log",
  title: "Distributed log",
  summary: "A topic in partitions, copied between brokers and read by groups of consumers, by Kafka’s rules.",
  views: ["partitions"],
  parameters,
  live,
  operations: { ...producerOperations, ...groupOperations, ...brokerOperations, ...logOperations },
  structures: ["HashPartitioner", "StickyPartitioner", "DistributedLogPartition", "LogSegment"],
  invariants: logInvariants,
  create: (settings, context: Context) => new DistributedLogSystem(settings, context),
  begin(cluster: DistributedLogSystem) {
    cluster.lookup = null;
  },
  kernel: (cluster) => cluster.kernel,
  adjust: (cluster, parameter, value) => cluster.adjust(parameter, value),
  snapshot: (cluster) => cluster.snapshot(),
});
