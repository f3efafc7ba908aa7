import type { Process } from "../../kernel/wait.ts";
import { Closed, Empty, Full, type Patience } from "../blocking-queue-errors.ts";
import { BoundedBlockingQueue } from "../bounded-blocking-queue.ts";

/**
 * A blocking queue that looks once, with `if`, and after its wait takes for granted that what it waited for is still
 * so. Between the wake-up and the lock another thread may have been there: a stolen wake-up.
 */
export class QueueWithIf<T> extends BoundedBlockingQueue<T> {
  override *put(item: T, { block = true, timeout = Number.POSITIVE_INFINITY }: Patience = {}): Process {
    const deadline = this.deadline(block, timeout);
    yield* this.lock.acquire();
    try {
      if (this.items.size >= this.capacity && !this.closed) {
        yield this.did("find-full");
        const remaining = deadline - this.kernel.now;
        if (remaining <= 0) {
          this.trace?.("give-up");
          throw new Full(this.capacity);
        }
        this.waits += 1;
        if (!(yield* this.notFull.wait(remaining))) throw new Full(this.capacity);
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
    const deadline = this.deadline(block, timeout);
    yield* this.lock.acquire();
    try {
      if (this.items.size === 0 && !this.closed) {
        yield this.did("find-empty");
        const remaining = deadline - this.kernel.now;
        if (remaining <= 0) {
          this.trace?.("give-up");
          throw new Empty();
        }
        this.waits += 1;
        if (!(yield* this.notEmpty.wait(remaining))) throw new Empty();
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
