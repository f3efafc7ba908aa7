import { PersistentVector } from "../../kernel/persistent-vector.ts";
import type { Detail, Trace } from "../../kernel/trace.ts";
import type { Context } from "../define-system.ts";
import type { Loose, RingState, Slot } from "./ring-state.ts";

/** What every ring offers, right or broken. */
export interface AnyRing {
  readonly capacity: number;
  readonly slots: readonly (string | undefined)[];
  readonly head: number;
  readonly tail: number;
  readonly size?: number;
  readonly totalWritten: number;
  trace: Trace | undefined;
  push(item: string | undefined): boolean;
  pop(): string | undefined;
  peek(): string | undefined;
  clear(): void;
  isEmpty(): boolean;
  isFull(): boolean;
  /** Where the ring looks for an item that it holds, by global index. */
  slotOf?(index: number): number;
}

/** In what a ring differs from the plain one. */
export interface RingManner {
  /** How many items it holds at most; its capacity unless said otherwise. */
  readonly room?: number;
  /** Its head and tail are counters that never wrap. */
  readonly counts?: boolean;
}

const NEVER: Slot = { kind: "never" };

/** Of the slots that an operation reads so many from either end are told: every frame has a list of its own. */
const READ_AT_ENDS = 32;

/** A ring and what its trace told of it: which item each slot holds, and what is on its way in or out. */
export class RingInstance<R extends AnyRing = AnyRing> {
  readonly ring: R;
  readonly #manner: RingManner;
  #slots: PersistentVector<Slot>;
  #laps: RingState["laps"] = { from: 0, before: 0 };
  #held = 0;
  #incoming: Loose | null = null;
  #outgoing: Loose | null = null;
  #lost: Loose | null = null;
  #read: readonly number[] = [];

  constructor(ring: R, context: Pick<Context, "trace">, manner: RingManner = {}) {
    this.ring = ring;
    this.#manner = manner;
    this.#slots = PersistentVector.filled(ring.capacity, NEVER);
    ring.trace = (mark, detail = {}) => {
      this.#observe(mark, detail);
      context.trace(mark, detail);
    };
  }

  /** A new operation begins: what the last one left on show goes. */
  begin(operation: string, item: string | undefined): void {
    this.#outgoing = null;
    this.#lost = null;
    this.#read = [];
    this.#incoming = operation === "push" ? { value: item, index: null, slot: null } : null;
  }

  snapshot(): RingState {
    const { ring } = this;
    const newest = ring.totalWritten - 1;
    return Object.freeze({
      capacity: ring.capacity,
      room: this.#manner.room ?? ring.capacity,
      head: ring.head % ring.capacity,
      tail: ring.tail % ring.capacity,
      laps: this.#laps,
      size: ring.size ?? null,
      totalWritten: ring.totalWritten,
      isEmpty: ring.isEmpty(),
      isFull: ring.isFull(),
      counters: this.#manner.counts ? { head: ring.head, tail: ring.tail } : null,
      slots: this.#slots,
      held: this.#held,
      incoming: this.#incoming,
      outgoing: this.#outgoing,
      lost: this.#lost,
      read: this.#read,
      lookup:
        ring.slotOf === undefined || ring.isEmpty() ? null : { index: newest, slot: ring.slotOf(newest) },
    });
  }

  #observe(mark: string, detail: Detail): void {
    const slot = detail.slot as number;
    switch (mark) {
      case "refuse":
        this.#lost = this.#incoming;
        this.#incoming = null;
        break;
      case "overwrite":
        this.#lost = this.#itemAt(slot);
        break;
      case "write":
        this.#write(slot, detail.index as number);
        break;
      case "look":
      case "read":
        this.#read = Object.freeze([
          ...(this.#read.length < 2 * READ_AT_ENDS ? this.#read : this.#read.toSpliced(READ_AT_ENDS, 1)),
          slot,
        ]);
        break;
      case "clear-slot":
        this.#outgoing = this.#itemAt(slot);
        this.#take(slot);
        break;
      case "clear-slots":
        this.#held = 0;
        this.#slots = this.#slots.map((there) =>
          there.kind === "item" ? { kind: "cleared", index: there.index } : there,
        );
        break;
      case "reset-head":
        this.#beginLap(this.ring);
        break;
    }
  }

  /** Head is back in slot 0: a new lap begins, unless nothing was written in this one. */
  #beginLap({ totalWritten, capacity }: AnyRing): void {
    const { from, before } = this.#laps;
    this.#laps = Object.freeze({
      from: totalWritten,
      before: before + Math.ceil((totalWritten - from) / capacity),
    });
  }

  #write(slot: number, index: number): void {
    if (this.#slots.at(slot)?.kind !== "item") this.#held += 1;
    else this.#lost ??= this.#itemAt(slot);
    this.#slots = this.#slots.with(slot, { kind: "item", value: this.ring.slots[slot], index });
    this.#incoming = null;
  }

  #itemAt(slot: number): Loose | null {
    const there = this.#slots.at(slot);
    return there?.kind === "item" ? { value: there.value, index: there.index, slot } : null;
  }

  #take(slot: number): void {
    const there = this.#slots.at(slot);
    if (there?.kind !== "item") return;
    this.#held -= 1;
    this.#slots = this.#slots.with(slot, { kind: "popped", index: there.index });
  }
}
