import type { Running } from "../define-system.ts";
import type { Series } from "../series.ts";

/** Something that goes through the stages: a packet, a request, a record, a frame. */
export interface FlowItem {
  /** Counted from 0 over the whole run. */
  readonly id: number;
  /** A letter for its kind and a count: `d41`. */
  readonly name: string;
  /** What sort of item it is: “call”, “slow”. */
  readonly kind: string;
  /** Which of four colours it is drawn in, 0 … 3: one a kind. */
  readonly hue: number;
  /** Virtual time in ms at which it was made. */
  readonly made: number;
}

/** An item in a queue. */
export interface Waiting {
  readonly item: FlowItem;
  /** How many had joined this queue before it. */
  readonly place: number;
  /** Virtual time in ms at which it joined. */
  readonly joined: number;
}

/** Whoever takes items from a queue. */
export interface WorkerState {
  /** Unique in the system. */
  readonly name: string;
  readonly activity: "idle" | "working" | "blocked" | "elsewhere";
  /** The same in a few words, to follow its name: “sends d4”. */
  readonly doing: string;
  readonly item: FlowItem | null;
  /** Virtual time in ms at which the activity began, and at which it ends by itself; null when nothing is set. */
  readonly since: number;
  readonly until: number | null;
}

/** One place on the way: a queue and those who work on it. A source has neither. */
export interface StageState {
  /** By which a script finds it: `stages.database.depth`. */
  readonly name: string;
  readonly title: string;
  /** Stages of one column stand side by side: an item goes through one of them. */
  readonly column: number;
  /** False for a stage that is there only when the remedy is on. */
  readonly open: boolean;
  /** How many items wait, and for how many there is room; 0 for a stage without a queue. */
  readonly depth: number;
  readonly capacity: number;
  /** The first of those that wait, the next to be served first; at most {@link SHOWN}. */
  readonly waiting: readonly Waiting[];
  readonly workers: readonly WorkerState[];
  /** Items that came in and went out during the last second. */
  readonly rateIn: number;
  readonly rateOut: number;
  /** From joining the queue to the end of the work, in ms: the 99th percentile of the last {@link RECENT}; null before the first. */
  readonly latency: number | null;
  /** What its own clock shows, in ms, where clocks differ; null where there is but one. */
  readonly clock: number | null;
  /** What it does now, in a sentence without its full stop. */
  readonly words: string;
}

/** At most so many of those who wait are named. */
export const SHOWN = 24;
/** At most so many of those on the way are named. */
export const FLYING = 12;
/** A percentile is taken over so many of the last values. */
export const RECENT = 100;

/** An item between two stages. */
export interface Flying {
  readonly item: FlowItem;
  readonly from: string;
  /** Null when it leaves the picture. */
  readonly to: string | null;
  readonly since: number;
  readonly until: number;
}

/** One line over time. */
export interface FailureChart {
  readonly name: string;
  readonly title: string;
  readonly unit: string;
  readonly series: Series;
  /** Its value at this moment, where that changes without anything being noted. */
  readonly now?: number;
  /** What it should stay below, and in a band also above. */
  readonly limit?: { readonly words: string; readonly high: number; readonly low?: number };
}

export interface FailureCounter {
  /** By which a script finds it: `counters.p99.value`. */
  readonly name: string;
  readonly title: string;
  readonly value: number | null;
  readonly unit: string;
}

/** Something was switched on or off. */
export interface Moment {
  /** Counted from 0 over the whole run. */
  readonly number: number;
  readonly time: number;
  readonly kind: "fault" | "fault-over" | "remedy" | "remedy-off";
}

/**
 * Where every item ever made is now, by number. arrived = onTheWay + queued + inWork + done + late + fallback + dropped +
 * refused + lost, always.
 */
export interface FlowAccount {
  readonly arrived: number;
  readonly onTheWay: number;
  readonly queued: number;
  readonly inWork: number;
  readonly done: number;
  /** Finished after whoever asked for it had given up. */
  readonly late: number;
  /** Answered without the slow stage. */
  readonly fallback: number;
  /** Thrown away by the remedy. */
  readonly dropped: number;
  /** Not let in: there was no room. */
  readonly refused: number;
  /** Gone before it was used. */
  readonly lost: number;
}

/** How an item may leave. */
export type Departure = "done" | "late" | "fallback" | "dropped" | "refused" | "lost";

/** A failure mode at one moment: the stages, what is wrong, how that shows, and what helps. */
export interface FailureState {
  /** Virtual time in ms. */
  readonly time: number;
  /** In the order in which items go through them. */
  readonly stages: readonly StageState[];
  /** The first of those on the way, at most {@link FLYING}. */
  readonly flying: readonly Flying[];
  /** The item that left last, at this very moment; null otherwise. */
  readonly leaving: { readonly item: FlowItem; readonly stage: string; readonly how: Departure } | null;
  readonly charts: readonly FailureChart[];
  readonly counters: readonly FailureCounter[];
  readonly account: FlowAccount;
  /** What is wrong, and at which stage. `words` is a sentence without its full stop. */
  readonly fault: {
    readonly active: boolean;
    readonly words: string;
    readonly since: number | null;
    readonly stage: string;
  };
  /** What helps, and where it acts. */
  readonly remedy: {
    readonly on: boolean;
    /** Its name: “CoDel”. */
    readonly name: string;
    readonly words: string;
    /** True while it does something, not only watches. */
    readonly acting: boolean;
    /** What a gate in front of that stage does; null where there is none. */
    readonly gate: "passes" | "blocks" | "tries" | null;
    readonly since: number | null;
    readonly stage: string;
  };
  /** What is measured, and whether that is bad. */
  readonly symptom: {
    /** What is measured, in a few words: “round trip p99”. */
    readonly title: string;
    readonly words: string;
    readonly bad: boolean;
    readonly value: number;
    readonly limit: number;
    readonly unit: string;
  };
  readonly moments: readonly Moment[];
  /** The method that ran last. */
  readonly code: Running | null;
}
