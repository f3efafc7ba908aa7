import * as z from "zod/mini";
import { batchOf, compact } from "../../../src/engine/index.ts";
import type { Model } from "../model.ts";

const text = z.nullable(z.string());
const shape = z.object({
  deleteRetentionMs: z.number(),
  records: z.array(z.tuple([z.number(), text, text, z.number()])),
  passes: z.array(z.tuple([z.number(), z.number()])),
  expect: z.array(
    z.object({
      offsets: z.array(z.number()),
      horizon: z.array(z.tuple([z.number(), z.number()])),
      firstDirty: z.number(),
    }),
  ),
});

/** The cleaner over batches of one record: which offsets survive each pass, and until when tombstones stay. */
export const kafkaCompaction: Model<z.infer<typeof shape>> = {
  name: "kafka-compaction",
  shape,
  firstDifference({ deleteRetentionMs, records, passes, expect }) {
    if (expect.length !== passes.length)
      return `malformed: ${passes.length} passes but ${expect.length} in expect`;
    let batches = records.map(([offset, key, value, timestamp]) =>
      batchOf(offset, [{ key, value, timestamp }], 0),
    );
    let firstDirtyOffset = 0;
    for (const [i, [now, firstUncleanableOffset]] of passes.entries()) {
      const result = compact(batches, { now, deleteRetentionMs, firstDirtyOffset, firstUncleanableOffset });
      const untouched = batches.filter(({ lastOffset }) => lastOffset >= firstUncleanableOffset);
      batches = [...result.batches, ...untouched];
      firstDirtyOffset = result.firstDirtyOffset;
      const got = {
        offsets: batches.flatMap((batch) => batch.records.map(({ offset }) => offset)),
        horizon: batches.flatMap(({ baseOffset, deleteHorizon }) =>
          deleteHorizon === undefined ? [] : [[baseOffset, deleteHorizon]],
        ),
        firstDirty: firstDirtyOffset,
      };
      const right = expect[i];
      for (const field of ["offsets", "horizon", "firstDirty"] as const) {
        const [wanted, found] = [JSON.stringify(right?.[field]), JSON.stringify(got[field])];
        if (wanted !== found) return `pass ${i}: ${field} expected ${wanted}, got ${found}`;
      }
    }
    return undefined;
  },
};
