import type { Kernel } from "../../kernel/kernel.ts";
import type { FlowItem, WorkerState } from "./failure-state.ts";

/** One who works, and what it is to be seen doing. */
export class Worker {
  readonly name: string;
  readonly #kernel: Kernel;
  #state: WorkerState;

  constructor(name: string, kernel: Kernel) {
    this.name = name;
    this.#kernel = kernel;
    this.#state = Object.freeze({
      name,
      activity: "idle",
      doing: "has nothing to do",
      item: null,
      since: 0,
      until: null,
    });
  }

  get state(): WorkerState {
    return this.#state;
  }

  /** @param duration in ms */
  work(item: FlowItem, doing: string, duration: number): void {
    const until = this.#kernel.now + duration;
    this.#become({ activity: "working", doing, item, until });
  }

  /** It holds an item that it cannot hand on. */
  block(item: FlowItem, doing: string): void {
    this.#become({ activity: "blocked", doing, item, until: null });
  }

  rest(doing = "has nothing to do"): void {
    this.#become({ activity: "idle", doing, item: null, until: null });
  }

  #become(what: Pick<WorkerState, "activity" | "doing" | "item" | "until">): void {
    this.#state = Object.freeze({ name: this.name, since: this.#kernel.now, ...what });
  }
}
