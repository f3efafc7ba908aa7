import type { Trace } from "../../kernel/trace.ts";

/** How many batches wait to be sent to a partition. */
export interface QueueLoad {
  readonly partition: number;
  readonly queued: number;
}

/**
 * Chooses partitions for records without a key: the same one until about a batch of bytes went there, then another at
 * random, so that batches are full and still spread evenly. (KIP-794; random numbers are an argument.)
 */
export class StickyPartitioner {
  declare readonly partitions: number;
  declare readonly batchSize: number;
  /** The partition that records go to now; undefined before the first. */
  current: number | undefined = undefined;
  /** Bytes sent to the current partition since it was chosen. */
  produced = 0;
  /** Who listens, if anybody. */
  declare trace: Trace | undefined;
  readonly #random: () => number;
  readonly #leaderless = new Set<number>();
  #load: CumulativeLoad | undefined;

  /**
   * @param batchSize bytes after which to move on
   * @param random a whole number from 0 to 2³¹ − 1, another each time
   * @throws RangeError when a number is not positive and whole
   */
  constructor(partitions: number, batchSize: number, random: () => number) {
    for (const [name, value] of Object.entries({ partitions, batchSize })) {
      if (!Number.isSafeInteger(value) || value < 1) {
        throw new RangeError(`${name} must be a positive whole number; got ${String(value)}`);
      }
    }
    this.partitions = partitions;
    this.batchSize = batchSize;
    this.#random = random;
  }

  /** Say whether a partition has a leader. One that has none is not chosen while another has one. */
  setLeader(partition: number, known: boolean): void {
    if (known) this.#leaderless.delete(partition);
    else this.#leaderless.add(partition);
  }

  /**
   * Say how long the queues are: from now on a partition is chosen the likelier the shorter its queue. Equal queues for
   * all partitions, or none, and all are equally likely again. A partition left out is not chosen.
   */
  setQueues(queues: readonly QueueLoad[]): void {
    const lengths = new Set(queues.map(({ queued }) => queued));
    const equal = lengths.size === 1 && queues.length === this.partitions;
    this.#load = queues.length === 0 || equal ? undefined : cumulative(queues);
  }

  /** Where the next record goes. Asking does not change it. */
  partition(): number {
    if (this.current === undefined) {
      this.current = this.next();
      this.trace?.("choose", { partition: this.current });
    }
    this.trace?.("stick", { partition: this.current });
    return this.current;
  }

  /**
   * Count a record that was sent to the current partition, and move on when enough was.
   *
   * @param enableSwitch whether moving on now would not leave a batch half full; at twice the batch size it no longer matters
   */
  sent(bytes: number, enableSwitch: boolean): void {
    this.current ??= this.next();
    this.produced += bytes;
    this.trace?.("count", { produced: this.produced });
    if ((this.produced >= this.batchSize && enableSwitch) || this.produced >= 2 * this.batchSize) {
      this.current = this.next();
      this.produced = 0;
      this.trace?.("switch", { to: this.current });
    }
  }

  private next(): number {
    const drawn = this.#random();
    if (this.#load !== undefined) return pick(this.#load, drawn);
    const available: number[] = [];
    for (let partition = 0; partition < this.partitions; partition++) {
      if (!this.#leaderless.has(partition)) available.push(partition);
    }
    return available.length === 0 ? drawn % this.partitions : (available[drawn % available.length] as number);
  }
}

interface CumulativeLoad {
  readonly partitions: readonly number[];
  /** Each weight added to all before it. */
  readonly upTo: readonly number[];
}

function cumulative(queues: readonly QueueLoad[]): CumulativeLoad {
  const longest = Math.max(...queues.map(({ queued }) => queued));
  let sum = 0;
  const upTo = queues.map(({ queued }) => {
    sum += longest + 1 - queued;
    return sum;
  });
  return { partitions: queues.map(({ partition }) => partition), upTo };
}

function pick({ partitions, upTo }: CumulativeLoad, drawn: number): number {
  const weighted = drawn % (upTo.at(-1) as number);
  return partitions[upTo.findIndex((end) => weighted < end)] as number;
}
