import { KafkaError } from "./kafka-error.ts";

/** `auto.offset.reset`: where a group goes on whose offset is gone, or that has none yet. */
export type OffsetResetPolicy = "earliest" | "latest" | "error";

/** Where a group goes on, and how many offsets it will never read. */
export interface OffsetReset {
  readonly position: number;
  /** Offsets between where it was and where it goes on; some of them compaction may have emptied. */
  readonly lost: number;
}

/**
 * Where to go on when the wanted offset cannot be read.
 *
 * @param wanted the offset that was out of range, or undefined for a group that never committed
 * @throws KafkaError OFFSET_OUT_OF_RANGE when the policy is `error`
 */
export function resetOffset(
  policy: OffsetResetPolicy,
  wanted: number | undefined,
  log: { readonly logStartOffset: number; readonly highWatermark: number },
): OffsetReset {
  if (policy === "error") {
    const what = wanted === undefined ? "no committed offset" : `offset ${wanted}`;
    throw new KafkaError(
      "OFFSET_OUT_OF_RANGE",
      `${what}; readable are ${log.logStartOffset} to ${log.highWatermark}, and the policy is error`,
    );
  }
  const position = policy === "earliest" ? log.logStartOffset : log.highWatermark;
  return { position, lost: wanted === undefined ? 0 : Math.max(0, position - wanted) };
}
