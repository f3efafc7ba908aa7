import type { Trace } from "../../kernel/trace.ts";

/** What a breaker says to somebody who wants to call: go on, go on as the one who tries, or do without. */
export type Admission = "pass" | "probe" | "refuse";

/**
 * Stands in front of something that may fail. Closed, it lets calls pass and counts failures in a row; open, it lets none
 * pass; half open, it lets one try. (Nygard, “Release It!”.)
 */
export class CircuitBreaker {
  state: "closed" | "open" | "half-open" = "closed";
  /** Failures in a row. */
  failures = 0;
  readonly #threshold: number;
  readonly #coolDown: number;
  #openedAt = 0;
  /** Who listens, if anybody. */
  declare trace: Trace | undefined;

  /**
   * @param threshold so many failures in a row open it
   * @param coolDown how long it stays open before one may try, in ms
   */
  constructor(threshold: number, coolDown: number) {
    this.#threshold = threshold;
    this.#coolDown = coolDown;
  }

  /** Ask before a call. Who gets `probe` must report. */
  admit(now: number): Admission {
    if (this.state === "closed") {
      this.trace?.("pass");
      return "pass";
    }
    if (this.state === "half-open" || now < this.#openedAt + this.#coolDown) {
      this.trace?.("refuse");
      return "refuse";
    }
    this.state = "half-open";
    this.trace?.("half-open");
    return "probe";
  }

  /** How a call went. What was let pass before it opened no longer counts. */
  report(ok: boolean, admission: "pass" | "probe", now: number): void {
    if (admission === "pass" && this.state !== "closed") {
      this.trace?.("ignore");
      return;
    }
    if (ok) {
      this.failures = 0;
      this.state = "closed";
      this.trace?.("close");
      return;
    }
    this.failures += 1;
    this.trace?.("count-failure", { failures: this.failures });
    if (admission === "pass" && this.failures < this.#threshold) return;
    this.state = "open";
    this.trace?.("open");
    this.#openedAt = now;
  }
}
