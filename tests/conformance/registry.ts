import type { Model } from "./model.ts";
import { blockingQueue } from "./models/blocking-queue.ts";
import { kafkaAssignors } from "./models/kafka-assignors.ts";
import { kafkaCompaction } from "./models/kafka-compaction.ts";
import { kafkaElection } from "./models/kafka-election.ts";
import { kafkaLog } from "./models/kafka-log.ts";
import { kafkaPartitioner } from "./models/kafka-partitioner.ts";
import { kafkaRules } from "./models/kafka-rules.ts";
import { kafkaUnkeyed } from "./models/kafka-unkeyed.ts";
import { ringBuffer } from "./models/ring-buffer.ts";

/** Every model, by the name of its vector file. */
export const models: ReadonlyMap<string, Model> = new Map(
  [
    kafkaAssignors,
    kafkaCompaction,
    kafkaElection,
    kafkaLog,
    kafkaPartitioner,
    kafkaRules,
    kafkaUnkeyed,
    blockingQueue,
    ringBuffer,
  ].map((model) => [model.name, model as Model]),
);
