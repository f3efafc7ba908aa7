import type { Trace } from "../../kernel/trace.ts";
import { OverwritingRingBuffer } from "../overwriting-ring-buffer.ts";

/** One arrival: when the packet was sent by the sender’s clock, and when it came by the receiver’s, in ms. */
interface Arrival {
  readonly sent: number;
  readonly came: number;
}

/**
 * How much faster the sender’s clock runs than the receiver’s, from the last arrivals: the slope of the least-squares line
 * through (came, sent), less 1. Jitter averages out, a constant delay has no say in it.
 */
export class DriftEstimate {
  readonly #arrivals: OverwritingRingBuffer<Arrival>;
  /** Who listens, if anybody. */
  declare trace: Trace | undefined;

  /** @param most how many arrivals it looks back */
  constructor(most = 150) {
    this.#arrivals = new OverwritingRingBuffer(most);
  }

  note(sent: number, came: number): void {
    this.#arrivals.push({ sent, came });
  }

  /** Forget what came before a break. */
  clear(): void {
    this.#arrivals.clear();
  }

  /**
   * How fast to play, 1.02 for 2 % faster than by one’s own clock: as fast as the sender’s clock, and a little more or less
   * while the buffer holds more or fewer frames than it should. Never so much that a listener would notice at once.
   *
   * @param surplus how many frames the buffer holds above what it should
   */
  speed(surplus: number): number {
    const speed = 1 + this.drift() + 0.01 * surplus;
    this.trace?.("follow", { speed });
    return Math.min(1.1, Math.max(0.9, speed));
  }

  /** The share by which the sender is faster, 0.02 for 2 %; 0 while there is too little to go by. */
  drift(): number {
    const count = this.#arrivals.size;
    const first = this.#arrivals.peek();
    if (first === undefined || count < 25) {
      this.trace?.("wait-for-more");
      return 0;
    }
    let [sumX, sumY, sumXX, sumXY] = [0, 0, 0, 0];
    for (const { sent, came } of this.#arrivals) {
      // Counted from the first, so that large times do not cost digits.
      const [x, y] = [came - first.came, sent - first.sent];
      sumX += x;
      sumY += y;
      sumXX += x * x;
      sumXY += x * y;
    }
    this.trace?.("sum-up");
    const spread = count * sumXX - sumX * sumX;
    return spread === 0 ? 0 : (count * sumXY - sumX * sumY) / spread - 1;
  }
}
