import { defineDistributedLog } from "./define-distributed-log.ts";

/** A Kafka-style cluster: partitions on brokers, replicated, read by groups of consumers. */
export const distributedLog = defineDistributedLog({
  id: "distributed-log",
  title: "Distributed log",
  summary: "A topic in partitions, copied between brokers and read by groups of consumers, by Kafka’s rules.",
});
