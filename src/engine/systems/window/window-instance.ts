import type { Trace } from "../../kernel/trace.ts";
import { OverwritingRingBuffer } from "../../structures/overwriting-ring-buffer.ts";
import { strides } from "./strides.ts";

/** The largest window that a page offers. Every stride keeps a copy of what the ring holds, so it is no larger. */
export const LARGEST_WINDOW = 600;

/** A sliding window at work: an overwriting ring that is fed an endless stream, shown a stride at a time. */
export class WindowInstance<Entry> {
  readonly ring: OverwritingRingBuffer<Entry>;
  readonly #trace: Trace;
  readonly #next: () => Entry;
  #values: readonly Entry[] = Object.freeze([]);

  /** @param next makes the stream's next entry */
  constructor(capacity: number, trace: Trace, next: () => Entry) {
    this.ring = new OverwritingRingBuffer(capacity);
    this.#trace = trace;
    this.#next = next;
  }

  /** Write the stream's next `count` entries. Mark `stride` after each, with how many it wrote and lost. */
  write(count: number): void {
    for (const stride of strides(count)) {
      const before = this.ring.size;
      for (let i = 0; i < stride; i++) this.ring.push(this.#next());
      this.#values = Object.freeze([...this.ring]);
      this.#trace("stride", { count: stride, overwritten: stride - (this.ring.size - before) });
    }
  }

  snapshot() {
    const { capacity, head, tail, size, totalWritten } = this.ring;
    return { capacity, head, tail, size, totalWritten, values: this.#values };
  }
}
