import type { Process } from "../../kernel/wait.ts";
import { Closed, Full, type Patience } from "../blocking-queue-errors.ts";
import { BoundedBlockingQueue } from "../bounded-blocking-queue.ts";

/**
 * A blocking queue whose `put` looks for room under the lock, lets go of it, and takes it again to store. Meanwhile the room may
 * be gone: then `put` ends as if all were well, and the item is nowhere.
 */
export class QueueTestingFirst<T> extends BoundedBlockingQueue<T> {
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
    } finally {
      this.lock.release();
    }
    yield this.did("let-go");
    yield* this.lock.acquire();
    try {
      if (this.closed) throw new Closed();
      this.items.push(item);
      yield this.did("store");
      this.operations += 1;
      this.notEmpty.notify();
      yield this.did("notify");
    } finally {
      this.lock.release();
    }
  }
}
