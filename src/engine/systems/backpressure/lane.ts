import { PersistentVector } from "../../kernel/persistent-vector.ts";
import { structureOf } from "../../structures/backpressure-strategies.ts";
import type { BackpressureStrategy } from "../../structures/backpressure-strategy.ts";
import { GrowableRing } from "../../structures/growable-ring.ts";
import { LatencySketch } from "../../structures/latency-sketch.ts";
import type { Running } from "../define-system.ts";
import { SeriesBuilder } from "../series.ts";
import type { Job, Pace } from "./job.ts";
import type { LaneState, Loss } from "./lane-state.ts";

const NOTHING_LOST = Object.freeze({ evicted: 0, refused: 0, sampled: 0, all: 0 });

/** ms that a bucket of a chart covers at first. */
const BUCKET = 32;

/**
 * A buffer with a strategy in front of it and one consumer behind it, and the counts of all that passes. It knows no clock:
 * whoever drives it says what time it is.
 */
export class Lane {
  readonly buffer: GrowableRing<Job>;
  /** When the service under way ends, in ms; Infinity when there is none. */
  due = Number.POSITIVE_INFINITY;
  readonly sketch = new LatencySketch();
  /** Called after each service, with its end and its latency in ms. */
  served: ((now: number, latency: number) => void) | undefined;
  #strategy: BackpressureStrategy<Job>;
  readonly #pace: Pace;
  #services = 0;
  readonly #outside = new GrowableRing<Job>(16);
  readonly #depth = new SeriesBuilder("level", { width: BUCKET });
  readonly #p99 = new SeriesBuilder("samples", { width: BUCKET });
  #slots: PersistentVector<number | null>;
  #serving: Job | null = null;
  #latest = -1;
  #waitingSince = 0;
  #marks: string[] = [];
  #call: Running | null = null;
  /** All of the state but what is computed when it is asked for. */
  #counts = {
    arrived: 0,
    stored: 0,
    consumed: 0,
    lost: NOTHING_LOST as LaneState["lost"],
    holes: 0,
    outOfOrder: 0,
    peak: 0,
    peakOutside: 0,
    stoodStill: 0,
    arrivals: 0,
    losing: null as LaneState["losing"],
    finishing: null as number | null,
    p50: null as number | null,
    p99: null as number | null,
  };
  #state: LaneState | undefined;
  #charts: LaneState["charts"] | undefined;

  constructor(buffer: GrowableRing<Job>, strategy: BackpressureStrategy<Job>, pace: Pace) {
    this.#pace = pace;
    this.buffer = buffer;
    this.#slots = PersistentVector.filled<number | null>(buffer.capacity, null);
    this.#counts.peak = buffer.capacity;
    this.#strategy = strategy;
    this.strategy = strategy;
  }

  set strategy(strategy: BackpressureStrategy<Job>) {
    this.#strategy.trace = undefined;
    this.#strategy = strategy;
    strategy.trace = (mark) => void this.#marks.push(mark);
  }

  /** The last offer in this very step; null when there was none. */
  get call(): Running | null {
    return this.#call;
  }

  /** Slots that were read and had nothing in them, so far. */
  get holes(): number {
    return this.#counts.holes;
  }

  get outside(): number {
    return this.#outside.size;
  }

  /** Lay aside what the last step left on show. */
  begin(): void {
    this.#call = null;
    const { losing, finishing } = this.#counts;
    if (losing === null && finishing === null) return;
    this.#counts.losing = null;
    this.#counts.finishing = null;
    this.#state = undefined;
  }

  /** A job has come. It is offered at once, unless others wait in front of the buffer already. */
  arrive(job: Job, now: number): void {
    const counts = this.#counts;
    counts.arrived += 1;
    counts.arrivals = Math.imul(counts.arrivals ^ (job.id + Math.round(job.arrived * 1_024)), 0x01000193);
    if (this.#outside.size > 0 || !this.#offer(job, now)) this.#wait(job, now);
    this.#state = undefined;
  }

  /** Offer those who wait in front of the buffer, longest waiting first, until one has to go on waiting. */
  letIn(now: number): void {
    for (let job = this.#outside.peek(); job !== undefined; job = this.#outside.peek()) {
      if (!this.#offer(job, now)) break;
      this.#outside.pop();
      if (this.#outside.size === 0) this.#counts.stoodStill += now - this.#waitingSince;
    }
    this.#state = undefined;
  }

  /** End the service that is due by `now`, and begin the next one if there is something to serve. */
  serve(now: number, serviceTime: number): void {
    const idle = this.#serving === null;
    if (idle ? this.buffer.isEmpty() : this.due > now) return;
    if (!idle) this.#finish(now);
    this.#take(now, serviceTime);
    this.#state = undefined;
  }

  /** What is to be seen at `now`. */
  snapshot(now: number): LaneState {
    const blocked = this.#outside.size > 0;
    if (this.#state !== undefined && !blocked) return this.#state;
    const { buffer } = this;
    const counts = this.#counts;
    // Written out and not frozen: both cost more than all the rest of a step.
    this.#state = {
      capacity: buffer.capacity,
      depth: buffer.size,
      slots: this.#slots,
      head: buffer.head,
      tail: buffer.tail,
      outside: this.#outside.size,
      firstOutside: this.#outside.peek()?.id ?? null,
      serving: this.#serving?.id ?? null,
      arrived: counts.arrived,
      stored: counts.stored,
      consumed: counts.consumed,
      lost: counts.lost,
      holes: counts.holes,
      outOfOrder: counts.outOfOrder,
      p50: counts.p50,
      p99: counts.p99,
      peak: counts.peak,
      peakOutside: counts.peakOutside,
      stoodStill: counts.stoodStill + (blocked ? now - this.#waitingSince : 0),
      arrivals: counts.arrivals,
      losing: counts.losing,
      finishing: counts.finishing,
      charts: this.#chartsNow(),
    };
    return this.#state;
  }

  /** The charts change only when a bucket closes: a run has far more steps than a chart has buckets. */
  #chartsNow(): LaneState["charts"] {
    const [depth, p99] = [this.#depth.closed, this.#p99.closed];
    if (depth !== this.#charts?.depth || p99 !== this.#charts.p99) this.#charts = { depth, p99 };
    return this.#charts;
  }

  /** @returns false when the job has to wait */
  #offer(job: Job, now: number): boolean {
    const { buffer } = this;
    const { capacity, head, tail } = buffer;
    this.#marks = [];
    const offer = this.#strategy.offer(job);
    this.#call = { structure: structureOf(this.#strategy), method: "offer", marks: this.#marks };
    if (buffer.capacity !== capacity) this.#mirror();
    switch (offer.became) {
      case "waits":
        return false;
      case "refused":
        this.#lose(job, "refused");
        break;
      case "sampled-away":
        this.#lose(job, "sampled");
        break;
      case "stored":
        this.#counts.stored += 1;
        if (offer.evicted !== undefined) {
          this.#slots = this.#slots.with(tail, null);
          this.#lose(offer.evicted, "evicted");
        }
        if (buffer.capacity === capacity) this.#slots = this.#slots.with(head, job.id);
        this.#depth.note(now, buffer.size);
    }
    return true;
  }

  #wait(job: Job, now: number): void {
    const outside = this.#outside;
    if (outside.isFull()) outside.enlarge(2 * outside.capacity);
    if (outside.isEmpty()) this.#waitingSince = now;
    outside.push(job);
    this.#counts.peakOutside = Math.max(this.#counts.peakOutside, outside.size);
  }

  #finish(now: number): void {
    const job = this.#serving as Job;
    const counts = this.#counts;
    const latency = now - job.arrived;
    this.#serving = null;
    this.due = Number.POSITIVE_INFINITY;
    this.sketch.record(latency);
    counts.p50 = this.sketch.quantile(0.5);
    counts.p99 = this.sketch.quantile(0.99);
    this.#p99.note(now, counts.p99 as number);
    counts.consumed += 1;
    counts.finishing = job.id;
    this.served?.(now, latency);
  }

  #take(now: number, serviceTime: number): void {
    const { buffer } = this;
    while (!buffer.isEmpty()) {
      const { tail } = buffer;
      const job = buffer.pop();
      this.#slots = this.#slots.with(tail, null);
      if (job === undefined) {
        this.#counts.holes += 1;
        continue;
      }
      if (job.id < this.#latest) this.#counts.outOfOrder += 1;
      this.#latest = Math.max(this.#latest, job.id);
      this.#serving = job;
      this.due = now + this.#pace.of(this.#services++, serviceTime);
      break;
    }
    this.#depth.note(now, buffer.size);
  }

  #lose(job: Job, how: Loss): void {
    const counts = this.#counts;
    counts.lost = Object.freeze({ ...counts.lost, [how]: counts.lost[how] + 1, all: counts.lost.all + 1 });
    counts.losing = Object.freeze({ job: job.id, how });
  }

  /** The buffer has other slots than before: look into each. */
  #mirror(): void {
    let slots = PersistentVector.filled<number | null>(this.buffer.capacity, null);
    this.buffer.slots.forEach((job, slot) => {
      if (job !== undefined) slots = slots.with(slot, job.id);
    });
    this.#slots = slots;
    this.#counts.peak = Math.max(this.#counts.peak, this.buffer.capacity);
  }
}
