import type { PersistentVector } from "../../kernel/persistent-vector.ts";
import type { Series } from "../series.ts";

export type { Bucket, Series } from "../series.ts";

/** Something that is made by a producer and handed on. It is the same item from hand to hand. */
export interface Item {
  /** Counted from 0 over the whole run. */
  readonly id: number;
  /** The producer's letter and its own count: `A41` is what P0 made as its 41st. */
  readonly name: string;
  /** The name of the producer. */
  readonly producer: string;
  /** Virtual time in ms at which it was made. */
  readonly made: number;
}

/** What a thread is at. */
export type Activity =
  /** Started and not yet come to anything, or paused between two things. */
  | "ready"
  /** Making an item, until `until`. */
  | "producing"
  /** Waiting a little before it tries again, until `until`. */
  | "backing-off"
  /** Busy with an item, until `until`. */
  | "processing"
  /** In the middle of `put` or `get`, able to move. */
  | "calling"
  /** In a waiting room, until it is woken or `until`. */
  | "waiting"
  /** Held up by a lock that another thread holds. */
  | "locked-out"
  /** Halted by hand until it is let go on. */
  | "paused"
  | "finished"
  | "killed"
  | "failed";

/** One thread as it is to be seen. */
export interface ThreadState {
  /** `P0`, `C1`. */
  readonly name: string;
  /** One that closes the queue, or changes its capacity, is neither a producer nor a consumer. */
  readonly role: "producer" | "consumer" | "closer" | "resizer";
  readonly activity: Activity;
  /**
   * The same in a few words, to follow its name: “produces A4”, “waits on notFull”, “waits on notEmpty”, “waits for the
   * lock”, “backs off”, “processes A3”, “checks whether the queue is full”, “has finished”.
   */
  readonly doing: string;
  /** The waiting room it is in. */
  readonly room: "notFull" | "notEmpty" | "lock" | null;
  /** What it has in its hand. */
  readonly item: Item | null;
  /**
   * Virtual time in ms at which the activity began, and at which it ends by itself; null when nothing is set. A wait that
   * has an end counts from where the call began: the deadline is one for the whole call.
   */
  readonly since: number;
  readonly until: number | null;
  /** It could move now: the scheduler, or the reader, may choose it. */
  readonly canMove: boolean;
  readonly holdsLock: boolean;
  /**
   * The method of the queue that it is in, or has left in this very step, and what it has done there, in order; of a loop
   * that went round several times the last round is told.
   */
  readonly call: { readonly method: string; readonly marks: readonly string[] } | null;
  /** How much slower than usual it works: 1 is usual. */
  readonly slowness: number;
  /** It will end after what it is at: a graceful stop. */
  readonly stopping: boolean;
  /** What it threw, when it failed. */
  readonly error: string | null;
}

/** Where every item ever made is now. produced = offered + queued + inProcess + consumed + dropped + lost, always. */
export interface Account {
  readonly produced: number;
  /** In a producer's hand. */
  readonly offered: number;
  /** In the queue. */
  readonly queued: number;
  /** In a consumer's hand. */
  readonly inProcess: number;
  readonly consumed: number;
  /** Given up by a producer that found no room. */
  readonly dropped: number;
  /** Gone with a thread that was killed, or by a fault of the code. */
  readonly lost: number;
  /** Taken more than once: 0 in right code. */
  readonly twice: number;
}

/** What only wrong code does. */
export interface Faults {
  /** Items of which every trace is gone, though no thread was killed. */
  readonly vanished: number;
  /** Items taken after a later one of the same producer. */
  readonly outOfOrder: number;
  /** Threads that failed: they took from an empty queue, or put into a full one. */
  readonly failed: number;
}

/** The queue in the middle. `items` is a ring of slots; the oldest item is at `tail`. */
export interface QueueState {
  /** Class whose source runs: `BoundedBlockingQueue` or a broken variant. */
  readonly structure: string;
  readonly capacity: number;
  /** More than the capacity once the queue has been made smaller: what lies there is kept until it is taken. */
  readonly slots: PersistentVector<Item | null>;
  readonly head: number;
  readonly tail: number;
  readonly size: number;
  readonly closed: boolean;
  /** Calls of `put` and `get` that have succeeded; calls that had to wait. */
  readonly operations: number;
  readonly waits: number;
}

/** Producers, a queue and consumers at one moment. */
export interface LanesState {
  /** Virtual time in ms. */
  readonly time: number;
  /** Whether time can pass in this system; where it cannot, `time` stays 0. */
  readonly timed: boolean;
  readonly queue: QueueState;
  readonly threads: PersistentVector<ThreadState>;
  /** Those who could move now, longest ready first; of more than 64 the first 64. */
  readonly runnable: readonly string[];
  /** When the clock will move to if nobody can move; null when it stands still for ever. */
  readonly nextTime: number | null;
  /** Who moved last; null when the clock did, or nobody has. */
  readonly moved: string | null;
  /** Who holds the lock. */
  readonly lock: string | null;
  /** Names in the waiting rooms, longest waiting first; of more than 64 in one room the first 64. */
  readonly rooms: {
    readonly notFull: readonly string[];
    readonly notEmpty: readonly string[];
    readonly lock: readonly string[];
  };
  /** How many there are, also where not every name is told. */
  readonly crowd: {
    readonly runnable: number;
    readonly notFull: number;
    readonly notEmpty: number;
    readonly lock: number;
  };
  readonly account: Account;
  /** What wrong code has done so far: all 0 in right code. */
  readonly faults: Faults;
  /** Calls of `put` that timed out: their producers gave up and had to give way. */
  readonly backpressure: number;
  /** An item that takes more ms than this is late; null where the time of items is not measured. */
  readonly alarm: number | null;
  /** Items that took longer than the alarm from their making to the end of their processing. */
  readonly late: number;
  /** From making to the end of processing, in ms; null before the first. */
  readonly latency: { readonly p50: number; readonly p99: number } | null;
  readonly charts: { readonly depth: Series; readonly p50: Series; readonly p99: Series };
  /** The item consumed, dropped or lost in this very step, so that it can be seen to go. */
  readonly leaving: {
    readonly item: Item;
    readonly from: string;
    readonly how: "consumed" | "dropped" | "lost";
  } | null;
  /** “everyone is waiting on notFull: P0, P1”, when nobody will ever move again; null otherwise. */
  readonly asleep: string | null;
}
