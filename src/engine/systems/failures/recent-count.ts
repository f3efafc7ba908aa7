import { OverwritingRingBuffer } from "../../structures/overwriting-ring-buffer.ts";

/** How many events happened during the last so many ms: their times in a ring, the old ones taken out. */
export class RecentCount {
  readonly #times: OverwritingRingBuffer<number>;
  readonly #window: number;

  /**
   * @param window in ms
   * @param most it counts no further than this
   */
  constructor(window = 1_000, most = 2_048) {
    this.#window = window;
    this.#times = new OverwritingRingBuffer(most);
  }

  note(time: number): void {
    this.#times.push(time);
  }

  /** @param now in ms; must not go back */
  count(now: number): number {
    for (let oldest = this.#times.peek(); oldest !== undefined; oldest = this.#times.peek()) {
      if (oldest > now - this.#window) break;
      this.#times.pop();
    }
    return this.#times.size;
  }
}
