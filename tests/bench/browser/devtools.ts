import { setTimeout } from "node:timers/promises";
import type { CDPSession, Page } from "@playwright/test";

/** What only the browser's own instruments tell about a page. */
export class Devtools {
  readonly #session: CDPSession;

  private constructor(session: CDPSession) {
    this.#session = session;
  }

  static async of(page: Page): Promise<Devtools> {
    const session = await page.context().newCDPSession(page);
    await session.send("Performance.enable", { timeDomain: "timeTicks" });
    return new Devtools(session);
  }

  /** Makes the processor slower by a factor; 1 is its own speed. */
  async slowDown(factor: number): Promise<void> {
    await this.#session.send("Emulation.setCPUThrottlingRate", { rate: factor });
  }

  /**
   * The bytes of heap in use, after collecting garbage: the least of some readings a while apart, since now and then one
   * counts what the next collection takes away.
   */
  async heap(): Promise<number> {
    let least = Number.POSITIVE_INFINITY;
    for (let round = 0; round < 4; round++) {
      await this.#session.send("HeapProfiler.collectGarbage");
      const { usedSize } = await this.#session.send("Runtime.getHeapUsage");
      least = Math.min(least, usedSize);
      await setTimeout(500);
    }
    return least;
  }

  /** The ms that the main thread has been at work since the page began. */
  async work(): Promise<number> {
    const { metrics } = await this.#session.send("Performance.getMetrics");
    const duration = metrics.find(({ name }) => name === "TaskDuration")?.value;
    if (duration === undefined) throw new Error("Chromium no longer tells TaskDuration.");
    return duration * 1000;
  }
}
