import type { Model } from "./model.ts";
import { kafkaAssignors } from "./models/kafka-assignors.ts";
import { kafkaCompaction } from "./models/kafka-compaction.ts";
import { kafkaLog } from "./models/kafka-log.ts";
import { kafkaPartitioner } from "./models/kafka-partitioner.ts";
import { kafkaUnkeyed } from "./models/kafka-unkeyed.ts";
import { ringBuffer } from "./models/ring-buffer.ts";

/** Every model, by the name of its vector file. */
export const models: ReadonlyMap<string, Model> = new Map(
  [ringBuffer, kafkaPartitioner, kafkaUnkeyed, kafkaLog, kafkaCompaction, kafkaAssignors].map((model) => [
    model.name,
    model as Model,
  ]),
);
