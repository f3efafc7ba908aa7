import type { Trace } from "../../kernel/trace.ts";

/** Where items wait, first come, first served. */
interface Queue<Item> {
  /** False when there is no room. */
  put(item: Item): boolean;
}

/** Puts each item into the lane in which it is to wait. Whoever stands behind a slow item waits for it. */
export class LaneChoice<Item, Lane extends Queue<Item>> {
  /** Whether slow items have a lane of their own. */
  keepsApart = false;
  readonly #shared: Lane;
  readonly #apart: Lane;
  /** Who listens, if anybody. */
  declare trace: Trace | undefined;

  constructor(shared: Lane, apart: Lane) {
    this.#shared = shared;
    this.#apart = apart;
  }

  /** Let an item join its lane, if that has room. */
  join(item: Item, isSlow: boolean): { readonly lane: Lane; readonly accepted: boolean } {
    if (isSlow && this.keepsApart) {
      const accepted = this.#apart.put(item);
      this.trace?.("join-apart", { accepted });
      return { lane: this.#apart, accepted };
    }
    const accepted = this.#shared.put(item);
    this.trace?.("join-shared", { accepted });
    return { lane: this.#shared, accepted };
  }
}
