import type { Process } from "../../kernel/wait.ts";
import { Closed, Empty, Full, type Patience } from "../blocking-queue-errors.ts";
import { BoundedBlockingQueue } from "../bounded-blocking-queue.ts";

/**
 * A blocking queue whose `put` wakes those who want to put, and whose `get` those who want to get. The wake-up that was
 * needed is lost, and in the end everybody sleeps.
 */
export class QueueNotifyingWrong<T> extends BoundedBlockingQueue<T> {
  override *put(item: T, { block = true, timeout = Number.POSITIVE_INFINITY }: Patience = {}): Process {
    const deadline = this.deadline(block, timeout);
    let waited = false;
    yield* this.lock.acquire();
    try {
      while (this.items.size >= this.capacity && !this.closed) {
        yield this.did("find-full");
        const remaining = deadline - this.kernel.now;
        if (remaining <= 0) {
          this.trace?.("give-up");
          throw new Full(this.capacity);
        }
        if (!waited) this.waits += 1;
        waited = true;
        yield* this.notFull.wait(remaining);
      }
      yield this.did("go-on");
      if (this.closed) throw new Closed();
      this.store(item);
      yield this.did("store");
      this.operations += 1;
      this.notFull.notify();
      yield this.did("notify");
    } finally {
      this.lock.release();
    }
  }

  override *get({ block = true, timeout = Number.POSITIVE_INFINITY }: Patience = {}): Process<T> {
    const deadline = this.deadline(block, timeout);
    let waited = false;
    yield* this.lock.acquire();
    try {
      while (this.items.size === 0 && !this.closed) {
        yield this.did("find-empty");
        const remaining = deadline - this.kernel.now;
        if (remaining <= 0) {
          this.trace?.("give-up");
          throw new Empty();
        }
        if (!waited) this.waits += 1;
        waited = true;
        yield* this.notEmpty.wait(remaining);
      }
      yield this.did("go-on");
      if (this.closed && this.items.size === 0) throw new Closed();
      const item = this.take();
      yield this.did("take");
      this.operations += 1;
      this.notEmpty.notify();
      yield this.did("notify");
      return item;
    } finally {
      this.lock.release();
    }
  }
}
