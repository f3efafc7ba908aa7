import type { PersistentVector } from "../../kernel/persistent-vector.ts";
import type { Series } from "../series.ts";

/** How a job was lost: it gave way as the oldest, found no room, or was sampled away. */
export type Loss = "evicted" | "refused" | "sampled";

/** A buffer, who waits in front of it and who serves behind it, at one moment. Jobs are told by their number, from 0. */
export interface LaneState {
  /** The slots that the buffer has now. */
  readonly capacity: number;
  /** How many jobs are in it. */
  readonly depth: number;
  /** The jobs by slot; the oldest is at `tail`, the next goes to `head`. */
  readonly slots: PersistentVector<number | null>;
  readonly head: number;
  readonly tail: number;
  /** How many jobs wait in front of the buffer, with the producer; the longest waiting of them has the number `firstOutside`. */
  readonly outside: number;
  readonly firstOutside: number | null;
  /** The job that is being served. */
  readonly serving: number | null;
  /** What has happened to jobs so far. */
  readonly arrived: number;
  readonly stored: number;
  readonly consumed: number;
  readonly lost: {
    readonly evicted: number;
    readonly refused: number;
    readonly sampled: number;
    readonly all: number;
  };
  /** Slots that were read and had nothing in them, though the buffer said so: 0 in right code. */
  readonly holes: number;
  /** Jobs that were served after a later one: 0 in right code. */
  readonly outOfOrder: number;
  /** From arrival to the end of service, in ms, of all jobs done so far; null before the first. */
  readonly p50: number | null;
  readonly p99: number | null;
  /** The most slots that it has had, and the most jobs that have waited in front of it. */
  readonly peak: number;
  readonly peakOutside: number;
  /** For how long somebody has waited in front of the buffer, in ms. */
  readonly stoodStill: number;
  /** A fingerprint of the arrivals that it has seen. */
  readonly arrivals: number;
  /** What was lost in this very step; the last of them when there were several. */
  readonly losing: { readonly job: number; readonly how: Loss } | null;
  /** The job whose service ended in this very step. */
  readonly finishing: number | null;
  /** Buckets that are over; the present values are `depth` and `p99`. */
  readonly charts: { readonly depth: Series; readonly p99: Series };
}
