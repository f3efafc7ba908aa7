import type { Condition } from "../../kernel/condition.ts";
import type { Kernel } from "../../kernel/kernel.ts";
import { RingBuffer } from "../../structures/ring-buffer.ts";
import type { RunningCode } from "../running-code.ts";
import { type FlowItem, SHOWN, type StageState, type Waiting } from "./failure-state.ts";
import { RecentCount } from "./recent-count.ts";
import { RecentValues } from "./recent-values.ts";
import type { Worker } from "./worker.ts";

const PUSH = { structure: "RingBuffer", method: "push" };
const POP = { structure: "RingBuffer", method: "pop" };

/** What a stage is called and where it stands. */
export interface Place {
  readonly name: string;
  readonly title: string;
  readonly column: number;
}

/** A bounded queue and those who work on it, with what is measured there. Whoever finds it full or empty may wait. */
export class Stage {
  readonly place: Place;
  readonly queue: RingBuffer<Waiting>;
  readonly notEmpty: Condition;
  readonly notFull: Condition;
  readonly workers: readonly Worker[];
  readonly arrivals = new RecentCount();
  readonly departures = new RecentCount();
  readonly #latency = new RecentValues();
  readonly #kernel: Kernel;
  readonly #code: RunningCode;
  #shown: readonly Waiting[] | undefined;

  constructor(place: Place, capacity: number, workers: readonly Worker[], kernel: Kernel, code: RunningCode) {
    this.place = place;
    this.queue = new RingBuffer(capacity);
    this.workers = workers;
    this.notEmpty = kernel.condition(`${place.name} not empty`);
    this.notFull = kernel.condition(`${place.name} not full`);
    this.#kernel = kernel;
    this.#code = code;
  }

  /** Let an item join the queue. False, and nothing changes, when there is no room. */
  put(item: FlowItem): boolean {
    const { queue } = this;
    const waiting = { item, place: queue.totalWritten, joined: this.#kernel.now };
    if (!this.#code.run(PUSH, queue, () => queue.push(waiting))) return false;
    this.#shown = undefined;
    this.arrivals.note(this.#kernel.now);
    this.notEmpty.notify();
    return true;
  }

  /** Take whoever has waited longest. Undefined when nobody waits. */
  take(): Waiting | undefined {
    const { queue } = this;
    const first = this.#code.run(POP, queue, () => queue.pop());
    if (first === undefined) return undefined;
    this.#shown = undefined;
    this.notFull.notify();
    return first;
  }

  /** The work on an item is over. */
  finished({ joined }: Waiting): void {
    this.departures.note(this.#kernel.now);
    this.#latency.add(this.#kernel.now - joined);
  }

  snapshot(words: string, open = true): StageState {
    const { queue, place, workers, arrivals, departures } = this;
    const { now } = this.#kernel;
    this.#shown ??= Object.freeze(firstOf(queue, SHOWN));
    return Object.freeze({
      ...place,
      open,
      depth: queue.size,
      capacity: queue.capacity,
      waiting: this.#shown,
      workers: workers.map(({ state }) => state),
      rateIn: arrivals.count(now),
      rateOut: departures.count(now),
      latency: this.#latency.p99,
      clock: null,
      words,
    });
  }
}

/** What comes from outside: it has no queue, only a rate. */
export function sourceState(
  place: Place,
  rate: number,
  words: string,
  clock: number | null = null,
): StageState {
  const none = { depth: 0, capacity: 0, waiting: [], workers: [], latency: null };
  return Object.freeze({ ...place, ...none, clock, open: true, rateIn: rate, rateOut: rate, words });
}

function firstOf<T>(items: Iterable<T>, most: number): T[] {
  const first: T[] = [];
  for (const item of items) {
    if (first.length === most) break;
    first.push(item);
  }
  return first;
}
