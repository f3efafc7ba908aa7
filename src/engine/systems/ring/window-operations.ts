import type { OverwritingRingBuffer } from "../../structures/overwriting-ring-buffer.ts";
import { whole } from "../fields.ts";
import type { RingInstance } from "./ring-instance.ts";
import { ringOperations } from "./ring-operations.ts";

export type OverwritingRing = OverwritingRingBuffer<string | undefined>;

/** Every item that is read is a frame, and its result is shown as a whole. */
const MOST = 1_000;

const n = whole({ min: 0, max: MOST, default: 3, unit: "items", help: "How many items." });
const start = whole({
  min: 0,
  max: Number.MAX_SAFE_INTEGER,
  default: 0,
  help: "Global index of the first item.",
});
const length = whole({ min: 0, max: MOST, default: 4, unit: "items", help: "How many items." });

const ring = ringOperations<OverwritingRing>("OverwritingRingBuffer");

/** What a ring offers and, besides, reading by age and by global index. */
export const windowOperations = {
  ...ring,
  push: { ...ring.push, help: "Store an item at head: over the oldest one when the ring is full." },
  recent: {
    help: "Read the newest items, newest first.",
    arguments: { n },
    source: { structure: "OverwritingRingBuffer", method: "getRecent" },
    run: ({ ring }: RingInstance<OverwritingRing>, values: { readonly n: number }) =>
      ring.getRecent(values.n),
  },
  window: {
    help: "Read a stretch of the stream by global index. What is gone is null; the list ends before what is not yet written.",
    arguments: { start, length },
    source: { structure: "OverwritingRingBuffer", method: "getWindow" },
    run: (
      { ring }: RingInstance<OverwritingRing>,
      values: { readonly start: number; readonly length: number },
    ) => ring.getWindow(values.start, values.length),
  },
};
