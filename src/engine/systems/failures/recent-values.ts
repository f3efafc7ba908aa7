import { OverwritingRingBuffer } from "../../structures/overwriting-ring-buffer.ts";
import { RECENT } from "./failure-state.ts";

/** The last so many values of a measurement, and their exact 99th percentile by nearest rank. */
export class RecentValues {
  readonly #values: OverwritingRingBuffer<number>;
  #p99: number | null = null;
  #stale = false;

  constructor(most = RECENT) {
    this.#values = new OverwritingRingBuffer(most);
  }

  add(value: number): void {
    this.#values.push(value);
    this.#stale = true;
  }

  /** Null before the first value. */
  get p99(): number | null {
    if (this.#stale) {
      const sorted = [...this.#values].sort((a, b) => a - b);
      this.#p99 = sorted[Math.ceil(sorted.length * 0.99) - 1] ?? null;
      this.#stale = false;
    }
    return this.#p99;
  }
}
