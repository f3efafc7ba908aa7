import * as z from "zod/mini";
import { HashPartitioner, murmur2, utf8 } from "../../../src/engine/index.ts";
import type { Model } from "../model.ts";

const shape = z.object({
  keyHex: z.string(),
  key: z.optional(z.nullable(z.string())),
  murmur2: z.number(),
  partition: z.array(z.number()),
});

/** murmur2 of a key, and its partition among 1, 2, 3 … partitions. */
export const kafkaPartitioner: Model<z.infer<typeof shape>> = {
  name: "kafka-partitioner",
  shape,
  firstDifference({ keyHex, key, murmur2: expected, partition }) {
    const bytes = Uint8Array.from(keyHex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
    const hash = murmur2(bytes);
    if (hash !== expected) return `key ${keyHex}: murmur2 expected ${expected}, got ${hash}`;
    if (typeof key === "string" && murmur2(utf8(key)) !== expected) {
      return `key ${key}: its UTF-8 bytes are not ${keyHex}`;
    }
    for (const [i, right] of partition.entries()) {
      const got = new HashPartitioner(i + 1).partition(bytes);
      if (got !== right) return `key ${keyHex} among ${i + 1} partitions: expected ${right}, got ${got}`;
    }
    return undefined;
  },
};
