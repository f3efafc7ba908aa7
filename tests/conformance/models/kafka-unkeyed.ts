import * as z from "zod/mini";
import { StickyPartitioner } from "../../../src/engine/index.ts";
import type { Model } from "../model.ts";

const numbers = z.array(z.number());
const shape = z.object({
  partitions: z.number(),
  leaderless: numbers,
  batchSize: z.number(),
  random: numbers,
  records: z.array(z.tuple([z.number(), z.boolean()])),
  queueSizes: z.optional(numbers),
  queueIds: z.optional(numbers),
  expect: z.object({ partition: numbers, randomUsed: z.number() }),
});

/** The partition that each record without a key goes to, and how many random numbers that took. */
export const kafkaUnkeyed: Model<z.infer<typeof shape>> = {
  name: "kafka-unkeyed",
  shape,
  firstDifference({ partitions, leaderless, batchSize, random, records, queueSizes, queueIds, expect }) {
    let used = 0;
    const sticky = new StickyPartitioner(partitions, batchSize, () => {
      const drawn = random[used++];
      if (drawn === undefined)
        throw new Error(`drew more than the ${random.length} random numbers there are`);
      return drawn;
    });
    for (const partition of leaderless) sticky.setLeader(partition, false);
    if (queueSizes !== undefined) {
      sticky.setQueues(queueSizes.map((queued, i) => ({ partition: queueIds?.[i] ?? i, queued })));
    }
    for (const [i, [bytes, enableSwitch]] of records.entries()) {
      const partition = sticky.partition();
      if (partition !== expect.partition[i]) {
        return `record ${i}: expected partition ${expect.partition[i]}, got ${partition}`;
      }
      sticky.sent(bytes, enableSwitch);
    }
    return used === expect.randomUsed
      ? undefined
      : `random numbers drawn: expected ${expect.randomUsed}, got ${used}`;
  },
};
