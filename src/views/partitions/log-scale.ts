import type { ReplicaState, SegmentState } from "../../engine/systems/log/log-state.ts";

export type Placed = SegmentState["records"] extends Iterable<infer Entry> ? Entry : never;

/** A segment that is drawn record by record. */
export interface OpenSegment {
  readonly segment: SegmentState;
  /** From its left edge to its right one, in px. */
  readonly x0: number;
  readonly x1: number;
  /** Its records that have a cell, each with the middle of it. */
  readonly cells: readonly { readonly entry: Placed; readonly x: number }[];
}

/** A replica's log laid out from left to right. */
export interface LogScale {
  readonly open: readonly OpenSegment[];
  /** The older records that are drawn as one block, because there is no room for a cell each. */
  readonly folded: {
    readonly x0: number;
    readonly x1: number;
    readonly from: number;
    readonly segments: number;
    readonly records: number;
  } | null;
  /** Whether something was removed before the first record. */
  readonly stub: number | null;
  readonly pitch: number;
  /** Behind the last offset that has a place: further ones of a follower are not drawn. */
  readonly limit: number;
  /** The right edge of the last segment, in px. */
  readonly end: number;
  /** The left edge of an offset's cell: where the record of that offset is, or would be. */
  at(offset: number): number;
}

/** Between two segments, and within one at either side, in px. */
const GAP = 6;
const INSET = 4;
const STUB = 14;
const FOLDED = 46;

/**
 * Lay out a log in `room` px from `left` on: its newest segments cell by cell, the older ones folded into a block when
 * there are too many.
 *
 * @param stubWidth how much room what was removed takes, in px
 * @param until the offset after the last one that any replica holds: there is room up to it
 */
export function logScale(
  replica: ReplicaState,
  until: number,
  left: number,
  room: number,
  pitch: number,
  stubWidth: number = STUB,
): LogScale {
  const segments = [...replica.segments];
  const stub = replica.logStart > 0 && room > 160 ? left : null;
  const start = stub === null ? left : left + stubWidth;
  const total = room - (start - left);
  // A follower may hold more than its leader, and by far; half of the room is the leader's own.
  const beyond = Math.max(0, Math.min(until - replica.logEnd, Math.floor(total / 2 / pitch)));
  const wants = segments.map((segment) => Math.max(1, segment.records.length));
  const width = (cells: number, boxes: number): number =>
    cells * pitch + boxes * 2 * INSET + (boxes - 1) * GAP;

  const cells = (from: number): number => wants.slice(from).reduce((sum, count) => sum + count, 0) + beyond;
  let first = 0;
  while (
    first < segments.length - 1 &&
    width(cells(first), segments.length - first) + (first > 0 ? FOLDED + GAP : 0) > total
  ) {
    first += 1;
  }
  // Of a last segment that is too long the newest records have cells.
  const last = width(cells(first), segments.length - first) + (first > 0 ? FOLDED + GAP : 0);
  const cut = last <= total ? 0 : Math.ceil((last - total + (first > 0 ? 0 : FOLDED + GAP)) / pitch);

  const boundaries: Boundary[] = [];
  let x = start;
  const hidden = segments.slice(0, first).reduce((sum, { records }) => sum + records.length, 0) + cut;
  const hiding = first > 0 || cut > 0;
  const foldedFrom = segments[0]?.base ?? 0;
  const folded = hiding
    ? { x0: x, x1: x + FOLDED, from: foldedFrom, segments: first + (cut > 0 ? 1 : 0), records: hidden }
    : null;
  if (hiding) {
    boundaries.push({ offset: Math.min(foldedFrom, replica.logStart), x: x + INSET, isFold: true });
    x += FOLDED + GAP;
  }
  const open: OpenSegment[] = [];
  for (const [index, segment] of segments.entries()) {
    if (index < first) continue;
    const x0 = x;
    const entries = [...segment.records].slice(index === first ? cut : 0);
    x += INSET;
    const placed = entries.map((entry) => {
      boundaries.push({ offset: entry.offset, x });
      x += pitch;
      return { entry, x: x - pitch / 2 };
    });
    if (entries.length === 0) {
      boundaries.push({ offset: segment.base, x });
      x += pitch;
    }
    x += INSET;
    open.push({ segment, x0, x1: x, cells: placed });
    x += GAP;
  }
  const lastOpen = open.at(-1);
  const end = lastOpen?.x1 ?? x;
  const after = lastOpen === undefined ? x : end - INSET - (lastOpen.cells.length === 0 ? pitch : 0);
  boundaries.push({ offset: replica.logEnd, x: after });
  const limit = replica.logEnd + beyond;
  const at = (offset: number): number => place(boundaries, Math.min(offset, limit), pitch);
  return { open, folded, stub, pitch, limit, end, at };
}

/** The left edge of an offset that has a place of its own. */
interface Boundary {
  readonly offset: number;
  readonly x: number;
  /** Whether what lies behind it, up to the next one, is folded. */
  readonly isFold?: boolean;
}

function place(boundaries: readonly Boundary[], offset: number, pitch: number): number {
  const last = boundaries.at(-1);
  if (last === undefined) return 0;
  if (offset >= last.offset) return last.x + (offset - last.offset) * pitch;
  const next = boundaries.findIndex((boundary) => boundary.offset >= offset);
  const [before, after] = [boundaries[next - 1], boundaries[next]];
  if (after === undefined || before === undefined || after.offset === offset) return after?.x ?? last.x;
  // A gap between two cells takes no room; within what is folded, in proportion.
  if (!before.isFold) return after.x;
  const share = (offset - before.offset) / (after.offset - before.offset);
  return before.x + share * (after.x - before.x);
}
