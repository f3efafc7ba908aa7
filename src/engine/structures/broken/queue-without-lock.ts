import { DomainError } from "../../kernel/domain-error.ts";
import type { Process } from "../../kernel/wait.ts";
import { Closed, Empty, Full, type Patience } from "../blocking-queue-errors.ts";
import { BoundedBlockingQueue } from "../bounded-blocking-queue.ts";

/** A blocking queue that nobody locks: two threads find the same item, and both take it. */
export class QueueWithoutLock<T> extends BoundedBlockingQueue<T> {
  override *put(item: T, { block = true, timeout = Number.POSITIVE_INFINITY }: Patience = {}): Process {
    const deadline = this.deadline(block, timeout);
    let waited = false;
    while (this.items.size >= this.capacity && !this.closed) {
      yield this.did("find-full");
      const remaining = deadline - this.kernel.now;
      if (remaining <= 0) {
        this.trace?.("give-up");
        throw new Full(this.capacity);
      }
      if (!waited) this.waits += 1;
      waited = true;
      yield this.notFull.sleep(remaining);
    }
    yield this.did("go-on");
    if (this.closed) throw new Closed();
    this.store(item);
    yield this.did("store");
    this.operations += 1;
    this.notEmpty.notify();
    yield this.did("notify");
  }

  override *get({ block = true, timeout = Number.POSITIVE_INFINITY }: Patience = {}): Process<T> {
    const deadline = this.deadline(block, timeout);
    let waited = false;
    while (this.items.size === 0 && !this.closed) {
      yield this.did("find-empty");
      const remaining = deadline - this.kernel.now;
      if (remaining <= 0) {
        this.trace?.("give-up");
        throw new Empty();
      }
      if (!waited) this.waits += 1;
      waited = true;
      yield this.notEmpty.sleep(remaining);
    }
    yield this.did("go-on");
    if (this.closed && this.items.size === 0) throw new Closed();
    const item = this.oldest();
    yield this.did("read");
    this.items.pop();
    yield this.did("take");
    this.operations += 1;
    this.notFull.notify();
    yield this.did("notify");
    return item;
  }

  /** @throws DomainError when there is no item: somebody else was quicker */
  protected oldest(): T {
    if (this.items.size === 0) {
      this.trace?.("nothing-there");
      throw new DomainError("an item was taken from an empty queue");
    }
    return this.items.peek() as T;
  }
}
