/**
 * How many packets a TCP sender may have under way, in the manner of Reno (RFC 5681, with the one reduction a window of
 * RFC 6582): it doubles every round trip, then grows by one, and halves at a loss. A sender like this notices a full buffer
 * only by what the buffer drops.
 */
export class CongestionWindow {
  size = 2;
  #threshold = Number.POSITIVE_INFINITY;
  /** Losses up to this packet belong to the last reduction. */
  #recover = -1;

  /** Packet `number` has been acknowledged. */
  acknowledged(number: number): void {
    if (number <= this.#recover) return;
    this.size += this.size < this.#threshold ? 1 : 1 / this.size;
  }

  /**
   * Packet `number` is known to be lost.
   *
   * @param latest the number of the last packet that was sent
   */
  lost(number: number, latest: number): void {
    if (number <= this.#recover) return;
    this.#reduce();
    this.size = this.#threshold;
    this.#recover = latest;
  }

  /** Nothing was acknowledged for a long while: begin again. */
  timedOut(latest: number): void {
    this.#reduce();
    this.size = 2;
    this.#recover = latest;
  }

  #reduce(): void {
    this.#threshold = Math.max(2, Math.floor(this.size / 2));
  }
}
