import type { Kernel } from "./kernel.ts";
import type { Task } from "./task.ts";
import type { Wait } from "./wait.ts";

/** A waiting room. Who enters first is woken first. */
export class Condition {
  readonly name: string;
  readonly waiting: Task[] = [];
  readonly #kernel: Kernel;

  /** Made by {@link Kernel.condition}. */
  constructor(name: string, kernel: Kernel) {
    this.name = name;
    this.#kernel = kernel;
  }

  /**
   * Wait to be notified, at most `timeout` ms. The `yield` gives true if notified, false if the time was up. At one and
   * the same instant a timeout that falls due comes before a notify by whoever wakes then; with a timeout of 0 ms those
   * who are ready already still move first.
   *
   * @throws RangeError when the timeout is negative or not a number
   */
  wait(timeout = Number.POSITIVE_INFINITY): Wait {
    if (!(timeout >= 0)) throw new RangeError(`a timeout must be 0 ms or longer; got ${timeout}`);
    return { for: "condition", condition: this, timeout };
  }

  /** Make up to `count` waiters ready, longest waiting first. None of them runs before the caller yields. */
  notify(count = 1): void {
    for (let i = 0; i < count; i++) {
      const task = this.waiting.shift();
      if (task === undefined) return;
      this.#kernel.wake(task, true, "wake", { condition: this.name });
    }
  }

  notifyAll(): void {
    this.notify(this.waiting.length);
  }
}
