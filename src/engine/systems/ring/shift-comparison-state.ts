import type { RingState } from "./ring-state.ts";

/** A ring buffer and an array queue that are given the same operations. */
export interface ShiftComparisonState {
  readonly ring: RingState;
  readonly queue: ArrayQueueState;
  /** How many times an item was moved from one slot to another, since the start. A write or a read is not a move. */
  readonly moves: { readonly ring: number; readonly queue: number };
}

/** An item of the array queue. A stored `undefined` is a value like any other. */
export interface QueuedItem {
  readonly value: string | undefined;
  /** Its global index: how many items were stored before it. */
  readonly index: number;
}

/** A queue in a plain array: the oldest item always stands in place 0, so taking it moves every other item. */
export interface ArrayQueueState {
  /** How many places the array has: as many as the ring has slots. */
  readonly capacity: number;
  /** How many items it holds. */
  readonly length: number;
  /** By place, `capacity` long; null for a place that holds nothing (while items move, the place just left). */
  readonly items: readonly (QueuedItem | null)[];
  /** The move just made; null when the last mark made none. */
  readonly moving: { readonly from: number; readonly to: number } | null;
  /** The item being pushed, until it is written. */
  readonly incoming: { readonly value: string | undefined } | null;
  /** The item that the operation on show took out. */
  readonly outgoing: QueuedItem | null;
  /** The item that the operation on show refused, because the array was full. */
  readonly refused: { readonly value: string | undefined } | null;
}
