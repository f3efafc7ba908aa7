/** From which offset on a leader's reign lasted. */
export interface EpochStart {
  readonly epoch: number;
  readonly startOffset: number;
}

/** Where a reign ended. */
export interface EpochEnd {
  readonly epoch: number;
  readonly endOffset: number;
}

/**
 * Which leader's reign every offset of a log belongs to. Two replicas that disagree find by it where they parted, which
 * the high watermark alone does not tell. (KIP-101)
 */
export class LeaderEpochs {
  entries: readonly EpochStart[] = [];

  latest(): EpochStart | undefined {
    return this.entries.at(-1);
  }

  /** A reign begins at an offset. What reached further, or counted higher, was of a leader that lost. */
  assign(epoch: number, startOffset: number): void {
    if (this.latest()?.epoch === epoch) return;
    const kept = this.entries.filter((entry) => entry.epoch < epoch && entry.startOffset < startOffset);
    this.entries = [...kept, { epoch, startOffset }];
  }

  /**
   * Where the reign `epoch` ended in a log that ends at `logEndOffset`. When it left nothing here, the answer is about
   * the last reign before it. Undefined when this log knows of no reign as late as that.
   */
  endOf(epoch: number, logEndOffset: number): EpochEnd | undefined {
    if (this.latest()?.epoch === epoch) return { epoch, endOffset: logEndOffset };
    const next = this.entries.find((entry) => entry.epoch > epoch);
    if (next === undefined) return undefined;
    const last = this.entries.findLast((entry) => entry.epoch <= epoch);
    return { epoch: last?.epoch ?? epoch, endOffset: next.startOffset };
  }

  /** The log now ends at `offset`. */
  truncateEnd(offset: number): void {
    this.entries = this.entries.filter(({ startOffset }) => startOffset < offset);
  }

  /** The log now starts at `offset`. */
  truncateStart(offset: number): void {
    const first = this.entries.findLastIndex(({ startOffset }) => startOffset <= offset);
    if (first < 0) return;
    this.entries = this.entries
      .slice(first)
      .map((entry, i) => (i === 0 ? { epoch: entry.epoch, startOffset: offset } : entry));
  }
}

/** A log as another replica asks about it. */
export interface EpochLog {
  readonly logEndOffset: number;
  readonly highWatermark: number;
  readonly epochs: LeaderEpochs;
}

/**
 * The offset up to which a follower's log is the same as its leader's: what lies behind it must be truncated before the
 * follower may fetch. They step back a reign at a time until both know the one they talk about.
 */
export function sharedEnd(follower: EpochLog, leader: EpochLog): number {
  let end = follower.logEndOffset;
  let asked = follower.epochs.latest()?.epoch;
  while (asked !== undefined) {
    const answer = leader.epochs.endOf(asked, leader.logEndOffset);
    if (answer === undefined) return Math.min(end, follower.highWatermark);
    const own = follower.epochs.endOf(answer.epoch, end);
    if (own === undefined) return Math.min(end, answer.endOffset);
    end = Math.min(end, own.endOffset);
    if (own.epoch === answer.epoch) return Math.min(end, answer.endOffset);
    asked = own.epoch < asked ? own.epoch : undefined;
  }
  return Math.min(end, leader.logEndOffset);
}
