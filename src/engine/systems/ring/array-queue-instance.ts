import type { Detail, Trace } from "../../kernel/trace.ts";
import type { ArrayQueue } from "../../structures/array-queue.ts";
import type { ArrayQueueState, QueuedItem } from "./shift-comparison-state.ts";

/** An array queue and what its trace told of it: which item stands in each place, and what is moving. */
export class ArrayQueueInstance {
  readonly queue: ArrayQueue<string | undefined>;
  /** How many times an item was moved from one place to another. */
  moves = 0;
  #items: readonly (QueuedItem | null)[];
  #accepted = 0;
  #moving: ArrayQueueState["moving"] = null;
  #incoming: ArrayQueueState["incoming"] = null;
  #outgoing: QueuedItem | null = null;
  #refused: ArrayQueueState["refused"] = null;

  constructor(queue: ArrayQueue<string | undefined>, trace: Trace) {
    this.queue = queue;
    this.#items = new Array(queue.capacity).fill(null);
    queue.trace = (mark, detail = {}) => {
      this.#observe(mark, detail);
      trace(mark, detail);
    };
  }

  /** A new operation begins: what the last one left on show goes. */
  begin(operation: string, item: string | undefined): void {
    this.#moving = null;
    this.#outgoing = null;
    this.#refused = null;
    this.#incoming = operation === "push" ? { value: item } : null;
  }

  snapshot(): ArrayQueueState {
    return Object.freeze({
      capacity: this.queue.capacity,
      length: this.queue.size,
      items: this.#items,
      moving: this.#moving,
      incoming: this.#incoming,
      outgoing: this.#outgoing,
      refused: this.#refused,
    });
  }

  #observe(mark: string, detail: Detail): void {
    this.#moving = null;
    switch (mark) {
      case "refuse":
        this.#refused = this.#incoming;
        this.#incoming = null;
        break;
      case "write":
        this.#put(detail.slot as number, {
          value: this.queue.items[detail.slot as number],
          index: this.#accepted++,
        });
        this.#incoming = null;
        break;
      case "read":
        this.#outgoing = this.#items[0] ?? null;
        this.#put(0, null);
        break;
      case "move":
        this.#move(detail.from as number, detail.to as number);
        break;
    }
  }

  #move(from: number, to: number): void {
    this.moves += 1;
    this.#moving = { from, to };
    this.#put(to, this.#items[from] ?? null);
    this.#put(from, null);
  }

  #put(place: number, item: QueuedItem | null): void {
    this.#items = Object.freeze(this.#items.with(place, item));
  }
}
