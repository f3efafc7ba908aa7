import type { Replica } from "./replica.ts";

interface Acknowledged {
  readonly offset: number;
  readonly epoch: number;
}

interface Account {
  readonly records: Map<number, Acknowledged>;
  /** Records that the present leader does not have. */
  missing: number;
  lost: number;
  /** Behind the last record acknowledged by all that were in sync. */
  durableEnd: number;
}

/**
 * What the producer was promised. A record is missing when the leader of its partition does not have it, and lost when no
 * replica has it, on no disk, up or down. What retention removes was kept as long as promised.
 */
export class AcknowledgedLedger {
  readonly #accounts: readonly Account[];
  readonly #replicas: (partition: number) => readonly Replica[];
  readonly #leader: (partition: number) => Replica | undefined;
  readonly #changed: (partition: number) => void;

  constructor(
    partitions: number,
    cluster: {
      readonly replicas: (partition: number) => readonly Replica[];
      readonly leader: (partition: number) => Replica | undefined;
      readonly changed: (partition: number) => void;
    },
  ) {
    this.#accounts = Array.from({ length: partitions }, () => ({
      records: new Map<number, Acknowledged>(),
      missing: 0,
      lost: 0,
      durableEnd: 0,
    }));
    this.#replicas = cluster.replicas;
    this.#leader = cluster.leader;
    this.#changed = cluster.changed;
  }

  account(partition: number): Readonly<Account> {
    return this.#accounts[partition] as Account;
  }

  /** The producer hears that its record is stored. @param byAll whether all that are in sync have it */
  acknowledge(partition: number, record: number, place: Acknowledged, byAll: boolean): void {
    const account = this.#accounts[partition] as Account;
    account.records.set(record, place);
    if (this.#leader(partition)?.holds(place.offset, place.epoch) === false) this.#count(partition);
    else if (byAll) account.durableEnd = Math.max(account.durableEnd, place.offset + 1);
    this.#changed(partition);
  }

  /** Another leader: it may not have all that was promised. */
  leaderChanged(partition: number): void {
    const account = this.#accounts[partition] as Account;
    const leader = this.#leader(partition);
    if (leader !== undefined) account.durableEnd = Math.min(account.durableEnd, leader.log.logEndOffset);
    this.#count(partition);
  }

  /** A replica has cut off the end of its log. */
  truncated(partition: number): void {
    this.#count(partition);
  }

  /** What lies below the leader’s log start was kept for as long as promised. */
  expired(partition: number, logStart: number): void {
    const { records } = this.#accounts[partition] as Account;
    for (const [record, { offset }] of records) if (offset < logStart) records.delete(record);
  }

  #count(partition: number): void {
    const account = this.#accounts[partition] as Account;
    const leader = this.#leader(partition);
    const replicas = this.#replicas(partition);
    let missing = 0;
    let lost = 0;
    for (const [record, { offset, epoch }] of account.records) {
      if (leader?.holds(offset, epoch)) continue;
      if (replicas.some((replica) => replica.holds(offset, epoch))) {
        if (leader !== undefined) missing += 1;
      } else {
        lost += 1;
        account.records.delete(record);
      }
    }
    if (missing === account.missing && lost === 0) return;
    account.missing = missing;
    account.lost += lost;
    this.#changed(partition);
  }
}
