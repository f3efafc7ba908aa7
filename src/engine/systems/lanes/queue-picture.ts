import { PersistentVector } from "../../kernel/persistent-vector.ts";
import type { BoundedBlockingQueue } from "../../structures/bounded-blocking-queue.ts";
import type { GrowableRing } from "../../structures/growable-ring.ts";
import type { Item, QueueState } from "./lanes-state.ts";

/** The ring inside a queue, as its marks tell of it: which item stands in which slot. */
export class QueuePicture {
  readonly #queue: BoundedBlockingQueue<Item>;
  readonly #structure: string;
  #slots: PersistentVector<Item | null>;
  #head = 0;
  #tail = 0;
  #size = 0;
  #told: QueueState | undefined;

  constructor(queue: BoundedBlockingQueue<Item>, structure: string) {
    this.#queue = queue;
    this.#structure = structure;
    this.#slots = PersistentVector.filled<Item | null>(queue.capacity, null);
  }

  /** An item has come in at head; gives it. Null when there was no room, and nobody looked. */
  stored(): Item | null {
    if (this.#queue.qsize() === this.#size) return null;
    const { slots } = this.#queue.items as { readonly slots: readonly (Item | undefined)[] };
    const item = slots[this.#head] ?? null;
    this.#slots = this.#slots.with(this.#head, item);
    this.#head = this.#after(this.#head);
    this.#size += 1;
    return item;
  }

  /** The item at tail has gone out; gives it. Null when there was none. */
  taken(): Item | null {
    if (this.#size === 0) return null;
    const item = this.#slots.at(this.#tail) ?? null;
    this.#slots = this.#slots.with(this.#tail, null);
    this.#tail = this.#after(this.#tail);
    this.#size -= 1;
    return item;
  }

  /** It has another capacity, and perhaps more slots than before. */
  resized(): void {
    const { slots, head, tail } = this.#queue.items as GrowableRing<Item>;
    if (slots.length === this.#slots.length) return;
    let grown = PersistentVector.filled<Item | null>(slots.length, null);
    slots.forEach((item, slot) => {
      if (item !== undefined) grown = grown.with(slot, item);
    });
    this.#slots = grown;
    this.#head = head;
    this.#tail = tail;
  }

  snapshot(): QueueState {
    const { capacity, closed, operations, waits } = this.#queue;
    const size = this.#queue.qsize();
    const told = this.#told;
    if (
      told?.slots === this.#slots &&
      told.capacity === capacity &&
      told.size === size &&
      told.waits === waits &&
      told.operations === operations &&
      told.closed === closed
    ) {
      return told;
    }
    this.#told = Object.freeze({
      structure: this.#structure,
      capacity,
      slots: this.#slots,
      head: this.#head,
      tail: this.#tail,
      size,
      closed,
      operations,
      waits,
    });
    return this.#told;
  }

  #after(slot: number): number {
    return slot + 1 === this.#slots.length ? 0 : slot + 1;
  }
}
