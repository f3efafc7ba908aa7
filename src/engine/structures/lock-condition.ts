import type { Condition } from "../kernel/condition.ts";
import type { Task } from "../kernel/task.ts";
import type { Process, Wait } from "../kernel/wait.ts";
import type { Lock, Traced } from "./lock.ts";

/**
 * A waiting room that belongs to a lock, as Python's `threading.Condition` does. Who is woken takes the lock again before
 * it goes on, and others may have been there before it (Mesa semantics): what it waited for must be looked at again.
 */
export class LockCondition {
  readonly room: Condition;
  readonly #lock: Lock;
  readonly #owner: Traced;

  /** Made by {@link Lock.condition}. */
  constructor(name: string, lock: Lock, owner: Traced) {
    this.room = lock.kernel.condition(name);
    this.#lock = lock;
    this.#owner = owner;
  }

  get name(): string {
    return this.room.name;
  }

  /** Those who are in it, longest waiting first. */
  get waiting(): readonly Task[] {
    return this.room.waiting;
  }

  /**
   * Let go of the lock and go to sleep, in one step; then take the lock again. To be called by who holds the lock.
   *
   * @param timeout at most so many ms, 0 or more; taking the lock again may last longer
   * @returns false when the time was up before anybody notified
   */
  *wait(timeout = Number.POSITIVE_INFINITY): Process<boolean> {
    this.#owner.trace?.("wait");
    const sleep = this.room.wait(timeout);
    this.#lock.release();
    const notified = yield sleep;
    yield* this.#lock.acquire();
    return notified;
  }

  /** Go to sleep without any lock: for code that takes none. */
  sleep(timeout = Number.POSITIVE_INFINITY): Wait {
    this.#owner.trace?.("wait");
    return this.room.wait(timeout);
  }

  /** Wake up to `count` of those who wait, longest waiting first. They move when they have the lock. */
  notify(count = 1): void {
    this.room.notify(count);
  }

  notifyAll(): void {
    this.room.notifyAll();
  }
}
