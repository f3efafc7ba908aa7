import type { Trace } from "../../kernel/trace.ts";

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
  /** Who listens, if anybody. */
  declare trace: Trace | undefined;

  /** Packet `number` has been acknowledged. */
  acknowledged(number: number): void {
    if (number <= this.#recover) {
      this.trace?.("too-old");
      return;
    }
    this.size += this.size < this.#threshold ? 1 : 1 / this.size;
    this.trace?.("widen", { size: this.size });
  }

  /**
   * Packet `number` is known to be lost.
   *
   * @param latest the number of the last packet that was sent
   */
  lost(number: number, latest: number): void {
    if (number <= this.#recover) {
      this.trace?.("too-old");
      return;
    }
    this.halveThreshold();
    this.size = this.#threshold;
    this.trace?.("narrow", { size: this.size });
    this.#recover = latest;
  }

  /** Nothing was acknowledged for a long while: begin again. */
  timedOut(latest: number): void {
    this.halveThreshold();
    this.size = 2;
    this.trace?.("begin-again", { size: this.size });
    this.#recover = latest;
  }

  protected halveThreshold(): void {
    this.#threshold = Math.max(2, Math.floor(this.size / 2));
  }
}
