import type { LogSegment } from "./log-segment.ts";

/** How many segments one retention pass removed, by why. */
export interface RetentionResult {
  readonly byLogStart: number;
  readonly bySize: number;
  readonly byTime: number;
}

/** Whether a segment may go, asked oldest first; the first no ends the asking. */
export type Expired = (segment: LogSegment, next: LogSegment | undefined) => boolean;

/** Wholly below the log start offset, which somebody moved by deleting records. */
export function belowLogStart(logStartOffset: number): Expired {
  return (_segment, next) => next !== undefined && next.baseOffset <= logStartOffset;
}

/**
 * Too much is held. At least `retentionBytes` stay: a segment goes only if what is left is still that much.
 *
 * @param retentionBytes −1 for no limit
 */
export function overSize(segments: readonly LogSegment[], retentionBytes: number): Expired {
  let excess = segments.reduce((sum, { bytes }) => sum + bytes, 0) - retentionBytes;
  return ({ bytes }) => {
    if (retentionBytes < 0 || excess < bytes) return false;
    excess -= bytes;
    return true;
  };
}

/**
 * Even its newest record is too old. When the segment was started does not count.
 *
 * @param retentionMs −1 for no limit
 */
export function tooOld(now: number, retentionMs: number): Expired {
  return ({ largestTimestamp, created }) => {
    const newest = largestTimestamp >= 0 ? largestTimestamp : created;
    return retentionMs >= 0 && now - newest > retentionMs;
  };
}
