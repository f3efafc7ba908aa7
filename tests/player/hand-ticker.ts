import type { Ticker } from "../../src/player/store/ticker.ts";

/** A ticker that ticks when told to. */
export class HandTicker implements Ticker {
  #tick: ((ms: number) => void) | undefined;

  get running(): boolean {
    return this.#tick !== undefined;
  }

  start(tick: (ms: number) => void): () => void {
    this.#tick = tick;
    return () => {
      this.#tick = undefined;
    };
  }

  /** Let some time pass, in ticks of 16 ms. */
  pass(ms: number): void {
    for (let left = ms; left > 0 && this.#tick !== undefined; left -= 16) this.#tick(Math.min(16, left));
  }
}
