import {
  DistributedLogPartition,
  type PartitionConfig,
} from "../../structures/log/distributed-log-partition.ts";
import type { PartitionRegistration } from "../../structures/log/leader-election.ts";
import { LogSegment } from "../../structures/log/log-segment.ts";
import type { ClusterContext } from "./cluster-context.ts";
import { Following } from "./following.ts";
import { Leadership } from "./leadership.ts";
import type { Settings } from "./parameters.ts";
import type { RetentionSchedule } from "./retention-schedule.ts";

/** One broker’s copy of a partition: the log on its disk, and the part that the broker plays while it runs. */
export class Replica {
  readonly partition: number;
  readonly broker: number;
  readonly log: DistributedLogPartition;
  /** What its broker last heard from the controller; undefined from when it starts until it hears. */
  known: PartitionRegistration | undefined;
  leadership: Leadership | undefined;
  following: Following | undefined;
  readonly #context: ClusterContext;

  /** When its broker will look for what may go. */
  readonly #retention: RetentionSchedule;

  constructor(partition: number, broker: number, context: ClusterContext, retention: RetentionSchedule) {
    this.partition = partition;
    this.broker = broker;
    this.#context = context;
    this.#retention = retention;
    this.log = new DistributedLogPartition(partitionConfig(context.settings), () => context.kernel.now);
  }

  /** Play the part that the controller has decided on. What it says may be old news. */
  obey(state: PartitionRegistration, settles: boolean): void {
    const before = this.known;
    if (before !== undefined && state.partitionEpoch < before.partitionEpoch) return;
    this.known = state;
    const sameReign = before?.leaderEpoch === state.leaderEpoch;
    if (state.leader === this.broker) {
      this.following = this.following?.stop();
      if (this.leadership === undefined || !sameReign) {
        this.leadership?.stop();
        this.leadership = new Leadership(this, state, this.#context);
      }
      this.leadership.changed(state, settles);
    } else {
      this.leadership = this.leadership?.stop();
      if (sameReign && this.following !== undefined) return;
      this.following = this.following?.stop();
      if (state.leader > 0) this.following = new Following(this, state, this.#context);
    }
    this.#context.picture.partition(this.partition);
  }

  /** There are more records at the end of its log. */
  grew(): void {
    this.#context.picture.grown(this);
    this.#retention.look(this);
  }

  /** Its high watermark has moved. */
  committed(): void {
    this.#context.picture.highWatermark(this);
    this.#retention.look(this);
  }

  /** The broker has died; only what is on disk is left. */
  halt(): void {
    this.leadership?.halt();
    this.following?.stop();
    this.leadership = undefined;
    this.following = undefined;
    this.known = undefined;
  }

  /** Whether it has, or had until retention removed it, what the leader of `epoch` wrote at `offset`. */
  holds(offset: number, epoch: number): boolean {
    if (offset < this.log.logStartOffset) return true;
    if (offset >= this.log.logEndOffset) return false;
    const reign = this.log.epochs.entries.findLast(({ startOffset }) => startOffset <= offset);
    return reign?.epoch === epoch;
  }

  /** The first committed offset whose record is not older than that; the high watermark when all are. */
  firstSince(timestamp: number): number {
    const { segments, highWatermark, logStartOffset } = this.log;
    for (const { batches } of segments) {
      for (const { records } of batches) {
        for (const record of records) {
          if (record.offset >= highWatermark) return highWatermark;
          if (record.offset >= logStartOffset && record.timestamp >= timestamp) return record.offset;
        }
      }
    }
    return highWatermark;
  }

  /** Throw the log away and begin again at an offset, because the leader’s log begins behind the end of this one. */
  startAt(offset: number): void {
    const { log } = this;
    log.truncateTo(Math.min(log.logStartOffset, log.segments[0]?.baseOffset ?? 0));
    log.segments = [new LogSegment(offset, this.#context.kernel.now, log.config)];
    log.epochs.truncateEnd(0);
    log.logStartOffset = offset;
    log.logEndOffset = offset;
    log.highWatermark = offset;
    log.firstDirtyOffset = offset;
  }
}

/** The settings that a log itself goes by. */
export function partitionConfig(settings: Settings): Partial<PartitionConfig> {
  return {
    segmentBytes: settings.segmentBytes,
    indexIntervalBytes: settings.indexInterval,
    retentionMs: settings.retentionMs,
    retentionBytes: settings.retentionBytes,
    cleanupPolicy: settings.compact === "on" ? "compact" : "delete",
  };
}
