import type { ClusterContext } from "./cluster-context.ts";
import type { GroupPicture } from "./group-picture.ts";
import type { LogRecord } from "./log-state.ts";

interface Held {
  readonly partition: number;
  readonly offset: number;
  readonly record: LogRecord;
}

/** The records that a poll returned and that a consumer works through, one after the other. */
export class WorkInHand {
  readonly #address: string;
  readonly #group: GroupPicture;
  readonly #context: ClusterContext;
  /** Told when there is nothing left to do. */
  readonly #idle: () => void;
  #held: Held[] = [];

  constructor(address: string, group: GroupPicture, context: ClusterContext, idle: () => void) {
    this.#address = address;
    this.#group = group;
    this.#context = context;
    this.#idle = idle;
  }

  get size(): number {
    return this.#held.length;
  }

  /** Begin with what a poll has returned. When a record takes no time, all are done at once. */
  take(records: readonly Held[]): void {
    this.#held = [...records];
    this.#go();
  }

  /** The time that a record takes is over. */
  done(): void {
    const first = this.#held.shift();
    if (first === undefined) return;
    const { partition, offset, record } = first;
    this.#group.process(record.id);
    this.#context.tell("process", { consumer: this.#address, partition, offset });
    this.#context.picture.touch({ partition, records: [record.id] });
    if (this.#held.length > 0) this.#go();
    else this.#idle();
  }

  /** The consumer is gone. */
  abandon(): void {
    for (const { partition, offset, record } of this.#held) this.#group.abandon(partition, offset, record.id);
  }

  #go(): void {
    const { processing } = this.#context.settings;
    if (processing > 0) {
      this.#context.network.alarm(this.#address, processing, { kind: "processed" });
      return;
    }
    for (const { record } of this.#held) this.#group.process(record.id);
    this.#held = [];
    this.#idle();
  }
}
