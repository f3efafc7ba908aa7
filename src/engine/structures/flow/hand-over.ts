import type { Trace } from "../../kernel/trace.ts";
import type { Process, Wait } from "../../kernel/wait.ts";
import type { Admission } from "./circuit-breaker.ts";

/** The stage that is to take the item. */
interface Next<Item> {
  /** False when there is no room. */
  put(item: Item): boolean;
  readonly notFull: { wait(timeout: number): Wait };
}

/** Says who may try the next stage. */
export interface Guard {
  admit(): Admission;
  /** How long one may wait for room, in ms. */
  readonly patience: number;
  /** The next stage had no room for somebody who was let through, or not soon enough. */
  failed(admission: "pass" | "probe"): void;
}

/** Hands items on to the next stage. While that has no room, whoever hands on holds the item and can do nothing else. */
export class HandOver<Item> {
  readonly #next: Next<Item>;
  readonly #guard: () => Guard;
  /** Who listens, if anybody. */
  declare trace: Trace | undefined;

  /** @param guard the one that stands before the next stage now */
  constructor(next: Next<Item>, guard: () => Guard) {
    this.#next = next;
    this.#guard = guard;
  }

  /** Hand an item on, however long it takes, unless the guard refuses. */
  *give(item: Item): Process<Admission> {
    for (;;) {
      const guard = this.#guard();
      const admission = guard.admit();
      if (admission === "refuse") return admission;
      if (this.#next.put(item)) {
        this.trace?.("hand-on");
        return admission;
      }
      this.trace?.("stuck");
      const hasRoom = yield this.#next.notFull.wait(guard.patience);
      if (!hasRoom || admission === "probe") guard.failed(admission);
    }
  }
}
