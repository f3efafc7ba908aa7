import TinyQueue from "tinyqueue";
import type { Task } from "./task.ts";

interface Timer {
  readonly time: number;
  readonly sequence: number;
  readonly task: Task;
  readonly epoch: number;
}

const earlier = (a: Timer, b: Timer) => a.time - b.time || a.sequence - b.sequence;
const isStale = (timer: Timer) => timer.epoch !== timer.task.epoch;

/** Below this many, stale timers are not worth a tidying up. */
const FEW = 64;

/** When sleeps end and waits give up: ordered by time, then by the order in which they were set. */
export class Timers {
  #queue = new TinyQueue<Timer>([], earlier);
  #sequence = 0;
  #most = FEW;

  /** Set a timer for the task's present wait. It is stale once the task has been woken or has ended. */
  set(task: Task, time: number): void {
    this.#queue.push({ time, sequence: this.#sequence++, task, epoch: task.epoch });
    if (this.#queue.length > this.#most) this.#tidy();
  }

  /** When the next timer is due, in ms of virtual time; Infinity if there is none. */
  get next(): number {
    return this.#first()?.time ?? Number.POSITIVE_INFINITY;
  }

  /** The task whose timer is first among those due at `time`, if there is one; its timer is taken out. */
  take(time: number): Task | undefined {
    const first = this.#first();
    if (first?.time !== time) return undefined;
    this.#queue.pop();
    return first.task;
  }

  #first(): Timer | undefined {
    for (;;) {
      const timer = this.#queue.peek();
      if (timer === undefined || !isStale(timer)) return timer;
      this.#queue.pop();
    }
  }

  /** Waits with long timeouts that end early would pile up: drop the stale ones whenever the queue has doubled. */
  #tidy(): void {
    this.#queue = new TinyQueue(
      this.#queue.data.filter((timer) => !isStale(timer)),
      earlier,
    );
    this.#most = Math.max(FEW, 2 * this.#queue.length);
  }
}
