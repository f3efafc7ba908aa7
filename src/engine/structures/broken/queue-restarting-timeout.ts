import type { Process } from "../../kernel/wait.ts";
import { Closed, Empty, Full, type Patience } from "../blocking-queue-errors.ts";
import { BoundedBlockingQueue } from "../bounded-blocking-queue.ts";

/**
 * A blocking queue that gives each wait the whole timeout. Whoever is woken and finds nothing starts again, so a call may
 * last many times as long as it was allowed to.
 */
export class QueueRestartingTimeout<T> extends BoundedBlockingQueue<T> {
  override *put(item: T, { block = true, timeout = Number.POSITIVE_INFINITY }: Patience = {}): Process {
    const patience = this.deadline(block, timeout) - this.kernel.now;
    let inTime = patience > 0;
    let waited = false;
    yield* this.lock.acquire();
    try {
      while (this.items.size >= this.capacity && !this.closed) {
        yield this.did("find-full");
        if (!inTime) {
          this.trace?.("give-up");
          throw new Full(this.capacity);
        }
        if (!waited) this.waits += 1;
        waited = true;
        inTime = yield* this.notFull.wait(patience);
      }
      yield this.did("go-on");
      if (this.closed) throw new Closed();
      this.store(item);
      yield this.did("store");
      this.operations += 1;
      this.notEmpty.notify();
      yield this.did("notify");
    } finally {
      this.lock.release();
    }
  }

  override *get({ block = true, timeout = Number.POSITIVE_INFINITY }: Patience = {}): Process<T> {
    const patience = this.deadline(block, timeout) - this.kernel.now;
    let inTime = patience > 0;
    let waited = false;
    yield* this.lock.acquire();
    try {
      while (this.items.size === 0 && !this.closed) {
        yield this.did("find-empty");
        if (!inTime) {
          this.trace?.("give-up");
          throw new Empty();
        }
        if (!waited) this.waits += 1;
        waited = true;
        inTime = yield* this.notEmpty.wait(patience);
      }
      yield this.did("go-on");
      if (this.closed && this.items.size === 0) throw new Closed();
      const item = this.take();
      yield this.did("take");
      this.operations += 1;
      this.notFull.notify();
      yield this.did("notify");
      return item;
    } finally {
      this.lock.release();
    }
  }
}
