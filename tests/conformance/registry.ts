import type { Model } from "./model.ts";
import { kafkaPartitioner } from "./models/kafka-partitioner.ts";
import { kafkaUnkeyed } from "./models/kafka-unkeyed.ts";
import { ringBuffer } from "./models/ring-buffer.ts";

/** Every model, by the name of its vector file. */
export const models: ReadonlyMap<string, Model> = new Map(
  [ringBuffer, kafkaPartitioner, kafkaUnkeyed].map((model) => [model.name, model as Model]),
);
