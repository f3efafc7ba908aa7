import { DomainError } from "../kernel/domain-error.ts";
import type { Kernel } from "../kernel/kernel.ts";
import type { Trace } from "../kernel/trace.ts";
import { type Process, pause, type Wait } from "../kernel/wait.ts";
import { ArrayQueue } from "./array-queue.ts";
import { Closed, Empty, Full, type Patience } from "./blocking-queue-errors.ts";
import { GrowableRing } from "./growable-ring.ts";
import { Lock } from "./lock.ts";
import type { LockCondition } from "./lock-condition.ts";

/**
 * A queue between threads: `put` waits while it is full, `get` while it is empty. One lock, and two waiting rooms: `notFull`
 * for those who want to put, `notEmpty` for those who want to get. What CPython's `queue.Queue` does, this does.
 *
 * `put`, `get` and `close` are processes of a {@link Kernel}, called with `yield*`. After each smallest thing they
 * let the scheduler choose who moves next. A process may be killed anywhere in them: the lock is let go of. Whoever kills
 * it calls {@link repair}, so that a wake-up it owed is not lost.
 */
export class BoundedBlockingQueue<T> {
  /** How many items it may hold. Changed by {@link resize} alone. */
  capacity: number;
  readonly items: GrowableRing<T> | ArrayQueue<T>;
  readonly lock: Lock;
  readonly notFull: LockCondition;
  readonly notEmpty: LockCondition;
  closed = false;
  /** Calls of `put` and `get` that have succeeded. */
  operations = 0;
  /** Calls that had to wait, each counted once. */
  waits = 0;
  /** Who listens, if anybody. */
  declare trace: Trace | undefined;
  protected readonly kernel: Kernel;

  /**
   * @param capacity Infinity for a queue that is never full
   * @throws RangeError when the capacity is neither Infinity nor a positive whole number
   */
  constructor(capacity: number, kernel: Kernel) {
    this.items =
      capacity === Number.POSITIVE_INFINITY
        ? new ArrayQueue<T>(Number.MAX_SAFE_INTEGER)
        : new GrowableRing<T>(capacity);
    this.capacity = capacity;
    this.kernel = kernel;
    this.lock = new Lock(kernel, this);
    this.notFull = this.lock.condition("notFull");
    this.notEmpty = this.lock.condition("notEmpty");
  }

  /**
   * Store an item, after waiting for room if need be.
   *
   * @throws RangeError when the timeout is negative or not a number, and `block` is true
   * @throws Full when there is no room and it may not wait, or has waited long enough
   * @throws Closed when the queue is closed
   */
  *put(item: T, { block = true, timeout = Number.POSITIVE_INFINITY }: Patience = {}): Process {
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
      this.notEmpty.notify();
      yield this.did("notify");
    } finally {
      this.lock.release();
    }
  }

  /**
   * Take the oldest item, after waiting for one if need be. A closed queue gives what is left in it.
   *
   * @throws RangeError when the timeout is negative or not a number, and `block` is true
   * @throws Empty when there is no item and it may not wait, or has waited long enough
   * @throws Closed when the queue is closed and there is no item
   */
  *get({ block = true, timeout = Number.POSITIVE_INFINITY }: Patience = {}): Process<T> {
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
      this.notFull.notify();
      yield this.did("notify");
      return item;
    } finally {
      this.lock.release();
    }
  }

  /** Wake everybody, and let nobody put any more. What is left can still be taken. */
  *close(): Process {
    yield* this.lock.acquire();
    try {
      this.closed = true;
      yield this.did("close");
      this.notFull.notifyAll();
      this.notEmpty.notifyAll();
      yield this.did("notify-all");
    } finally {
      this.lock.release();
    }
  }

  /**
   * Let it hold another number of items from now on. Room for more wakes everybody who waits for room. A queue that holds more
   * already keeps what it has, and is full until that many have been taken.
   *
   * @throws RangeError when the capacity is not a positive whole number, or the queue was made without bound
   */
  *resize(capacity: number): Process {
    if (!(Number.isSafeInteger(capacity) && capacity > 0 && this.items instanceof GrowableRing)) {
      throw new RangeError(`a bounded queue's capacity must be a positive whole number; got ${capacity}`);
    }
    yield* this.lock.acquire();
    try {
      if (capacity > this.items.capacity) this.items.enlarge(capacity);
      this.capacity = capacity;
      yield this.did("resize");
      this.notFull.notifyAll();
      yield this.did("notify-all");
    } finally {
      this.lock.release();
    }
  }

  /** How many items it holds. */
  qsize(): number {
    return this.items.size;
  }

  empty(): boolean {
    return this.items.size === 0;
  }

  full(): boolean {
    return this.items.size >= this.capacity;
  }

  /** After a process was killed in a call: wake one sleeper of each room that has something to do. */
  repair(): void {
    if (!this.full()) this.notFull.notify();
    if (!this.empty()) this.notEmpty.notify();
    if (this.closed) {
      this.notFull.notifyAll();
      this.notEmpty.notifyAll();
    }
  }

  /** One smallest thing is done: tell of it, and let the scheduler choose who moves next. */
  protected did(mark: string): Wait {
    this.trace?.(mark);
    return pause();
  }

  /** The time by which a call gives up: one for the whole call, however often it is woken. */
  protected deadline(block: boolean, timeout: number): number {
    if (!block) return Number.NEGATIVE_INFINITY;
    if (!(timeout >= 0)) throw new RangeError(`a timeout must be 0 ms or longer; got ${timeout}`);
    return this.kernel.now + timeout;
  }

  /** @throws DomainError when there is no room: code that is right has looked before */
  protected store(item: T): void {
    if (this.full()) {
      this.trace?.("no-room");
      throw new DomainError("an item was put into a full queue");
    }
    this.items.push(item);
  }

  /** @throws DomainError when there is no item: code that is right has looked before */
  protected take(): T {
    if (this.items.size === 0) {
      this.trace?.("nothing-there");
      throw new DomainError("an item was taken from an empty queue");
    }
    return this.items.pop() as T;
  }
}
