import type { Condition } from "../kernel/condition.ts";
import type { Kernel } from "../kernel/kernel.ts";
import type { Trace } from "../kernel/trace.ts";
import { type Process, pause } from "../kernel/wait.ts";
import { LockCondition } from "./lock-condition.ts";

/** Something that may have somebody listening. */
export interface Traced {
  readonly trace: Trace | undefined;
}

/**
 * One process holds it, the others wait. Who is woken must take it like anybody else, and may find that another was
 * quicker. Taking it makes the mark `lock`, or `locked-out` as often as somebody else has it; letting go makes `release`.
 */
export class Lock {
  /** Where those wait who were locked out. */
  readonly room: Condition;
  readonly kernel: Kernel;
  readonly #owner: Traced;
  #holder: string | null = null;

  /** @param owner whose trace is called with each mark of the lock and its conditions */
  constructor(kernel: Kernel, owner: Traced) {
    this.kernel = kernel;
    this.room = kernel.condition("lock");
    this.#owner = owner;
  }

  /** The name of the process that holds it; null when it is free. */
  get holder(): string | null {
    return this.#holder;
  }

  /** Take it, after waiting for it if need be. Then others may move: they run into the lock. */
  *acquire(): Process {
    try {
      while (this.#holder !== null) {
        this.#owner.trace?.("locked-out");
        yield this.room.wait();
      }
      this.#holder = this.kernel.running ?? null;
    } finally {
      // Only one killed on its way leaves a free lock behind: whoever is next must not miss its turn.
      if (this.#holder === null) this.room.notify();
    }
    this.#owner.trace?.("lock");
    // Killed here, it already holds the lock, and its caller has not yet come to where it would let go.
    let goesOn = false;
    try {
      yield pause();
      goesOn = true;
    } finally {
      if (!goesOn) this.release();
    }
  }

  /**
   * Let go of it, and wake whoever has waited for it longest. Nothing happens when the caller does not hold it, as one
   * that was killed in a waiting room does not.
   */
  release(): void {
    if (this.#holder !== (this.kernel.running ?? null)) return;
    this.#holder = null;
    this.#owner.trace?.("release");
    this.room.notify();
  }

  /** A waiting room for those who hold this lock. */
  condition(name: string): LockCondition {
    return new LockCondition(name, this, this.#owner);
  }
}
