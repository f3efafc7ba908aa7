import type { Frame, RingState } from "../../engine/index.ts";
import { reachOf } from "../ring/ring-picture.ts";

/** Which part of the endless stream is drawn, and where. Places count cells from the left edge. */
export interface Stretch {
  /** How many items are written, counting one that is in the ring and not counted yet. */
  readonly written: number;
  /** The oldest number that the ring would give back, and the one after the newest; the same when there is none. */
  readonly oldest: number;
  readonly until: number;
  /** The numbers on show, each with its place. */
  readonly cells: readonly { readonly index: number; readonly place: number }[];
  /** Where numbers are left out in the middle of the window: the place, and how many. */
  readonly omitted: { readonly place: number; readonly count: number } | undefined;
}

/** So many cells before the window and at its start are shown when the window is too long to be drawn whole. */
const BEFORE = 2;
const START = 2;

/** Lay the stream out on `count` cells: the end of the window and a few numbers yet to come are always on show. */
export function stretchOf({ state }: Frame<RingState>, count: number): Stretch {
  const { from: reach, until, written } = reachOf(state);
  const ends = { written, oldest: reach, until };
  // What is in memory and out of reach is on show as well.
  const oldest = Math.max(0, Math.min(reach, written - state.held));
  const coming = Math.max(1, Math.min(4, Math.floor(count / 6)));
  const whole = Math.min(oldest, BEFORE) + (written - oldest) + coming <= count;
  if (whole) {
    const first = Math.max(0, written + coming - count);
    return { ...ends, cells: run(first, count, 0), omitted: undefined };
  }
  const before = Math.min(BEFORE, oldest);
  const left = run(oldest - before, before + START, 0);
  const place = before + START;
  const end = count - place - 1;
  const from = written + coming - end;
  return {
    ...ends,
    cells: [...left, ...run(from, end, place + 1)],
    omitted: { place, count: from - (oldest + START) },
  };
}

function run(first: number, count: number, place: number) {
  return Array.from({ length: Math.max(0, count) }, (_, i) => ({ index: first + i, place: place + i }));
}

/** The place where the window ends. */
export function endOf(stretch: Stretch): number {
  const { oldest, until } = stretch;
  return oldest === until ? placeOf(stretch, oldest) : placeOf(stretch, until - 1) + 1;
}

/** The place of a number, also of one that is left out. */
export function placeOf({ cells, omitted }: Stretch, index: number): number {
  const cell = cells.find((candidate) => candidate.index === index);
  if (cell !== undefined) return cell.place;
  const first = cells[0];
  return first !== undefined && index < first.index ? 0 : (omitted?.place ?? cells.length);
}
