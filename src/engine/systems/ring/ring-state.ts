import type { PersistentVector } from "../../kernel/persistent-vector.ts";

/** What one slot holds: an item, nothing yet, or nothing any more. A stored `undefined` is an item. */
export type Slot =
  | { readonly kind: "never" }
  | { readonly kind: "item"; readonly value: string | undefined; readonly index: number }
  | { readonly kind: "popped" | "cleared"; readonly index: number };

/** An item that is not in a slot at this moment. */
export interface Loose {
  readonly value: string | undefined;
  /** Its global index; null for an item that was never accepted. */
  readonly index: number | null;
  /** The slot it is about to enter or has just left; null when there is none. */
  readonly slot: number | null;
}

/** What is to be seen of a ring at one moment. */
export interface RingState {
  /** How many slots there are. */
  readonly capacity: number;
  /** How many items the ring holds at most: its capacity, or one less for a ring that keeps a slot empty. */
  readonly room: number;
  /** Slot of the next write. */
  readonly head: number;
  /** Slot of the next read. */
  readonly tail: number;
  /** Items from number `from` on are written in laps of head; so many laps had begun before. */
  readonly laps: { readonly from: number; readonly before: number };
  /** By the ring's own count, kept or worked out from head and tail; null for a ring that cannot tell. */
  readonly size: number | null;
  readonly totalWritten: number;
  /** The ring's own answers, right or wrong. */
  readonly isEmpty: boolean;
  readonly isFull: boolean;
  /** Head and tail before they are wrapped, for a ring that lets them count on; otherwise null. */
  readonly counters: { readonly head: number; readonly tail: number } | null;
  readonly slots: PersistentVector<Slot>;
  /** How many slots hold an item that was pushed and not yet taken, by our own count. */
  readonly held: number;
  /** The item being pushed, until it is written. */
  readonly incoming: Loose | null;
  /** The item popped by the operation on show. */
  readonly outgoing: Loose | null;
  /** The item that the operation on show cost us: overwritten, or refused when `index` is null. */
  readonly lost: Loose | null;
  /** The slots that the operation on show has read, in order; of more than 64 the first 32 and the last 32. */
  readonly read: readonly number[];
  /** The slot in which the ring looks for its newest item, by global index; null when it is empty or looks nothing up. */
  readonly lookup: { readonly index: number; readonly slot: number } | null;
}
