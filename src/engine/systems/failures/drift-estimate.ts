import { OverwritingRingBuffer } from "../../structures/overwriting-ring-buffer.ts";

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

  /** The share by which the sender is faster, 0.02 for 2 %; 0 while there is too little to go by. */
  get drift(): number {
    const count = this.#arrivals.size;
    const first = this.#arrivals.peek();
    if (first === undefined || count < 25) return 0;
    let [sumX, sumY, sumXX, sumXY] = [0, 0, 0, 0];
    for (const { sent, came } of this.#arrivals) {
      // Counted from the first, so that large times do not cost digits.
      const [x, y] = [came - first.came, sent - first.sent];
      sumX += x;
      sumY += y;
      sumXX += x * x;
      sumXY += x * y;
    }
    const spread = count * sumXX - sumX * sumX;
    return spread === 0 ? 0 : (count * sumXY - sumX * sumY) / spread - 1;
  }
}
