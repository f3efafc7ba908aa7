import type { Account, Item } from "./lanes-state.ts";

type Place = "offered" | "queued" | "inProcess";

/** Follows every item from hand to hand, and counts: what was made must be somewhere. */
export class Ledger {
  readonly #where = new Map<number, Place>();
  /** The newest item of each producer that has been taken. */
  readonly #newest = new Map<string, number>();
  readonly #account = {
    produced: 0,
    offered: 0,
    queued: 0,
    inProcess: 0,
    consumed: 0,
    dropped: 0,
    lost: 0,
    twice: 0,
  };
  /** Of the lost, those that no killed thread took with it: the work of wrong code. */
  vanished = 0;
  /** Items that were taken after a later one of the same producer. */
  outOfOrder = 0;
  #told: Account | undefined;

  /** A producer has made an item and holds it in its hand. */
  made({ id }: Item): void {
    this.#account.produced += 1;
    this.#account.offered += 1;
    this.#where.set(id, "offered");
    this.#told = undefined;
  }

  stored(item: Item): void {
    this.#move(item, "queued");
  }

  /** A consumer has taken an item that was in the queue, or that somebody else has taken already. */
  taken(item: Item): void {
    if (this.#where.get(item.id) !== "queued") {
      this.#account.twice += 1;
      this.#told = undefined;
      return;
    }
    const newest = this.#newest.get(item.producer) ?? -1;
    if (item.id < newest) this.outOfOrder += 1;
    else this.#newest.set(item.producer, item.id);
    this.#move(item, "inProcess");
  }

  /** An item ends. The second hand that holds one and the same item has nothing to end any more. */
  end({ id }: Item, how: "consumed" | "dropped" | "lost"): void {
    const from = this.#where.get(id);
    if (from === undefined) return;
    this.#where.delete(id);
    this.#account[from] -= 1;
    this.#account[how] += 1;
    this.#told = undefined;
  }

  /** An item is gone by a fault of the code. */
  vanish(item: Item): void {
    if (this.#where.has(item.id)) this.vanished += 1;
    this.end(item, "lost");
  }

  account(): Account {
    this.#told ??= Object.freeze({ ...this.#account });
    return this.#told;
  }

  #move({ id }: Item, to: Place): void {
    const from = this.#where.get(id);
    if (from === undefined) return;
    this.#account[from] -= 1;
    this.#account[to] += 1;
    this.#where.set(id, to);
    this.#told = undefined;
  }
}
