import { Kernel } from "../../kernel/kernel.ts";
import { type Process, sleep } from "../../kernel/wait.ts";
import { BackpressureStrategies, type StrategyName } from "../../structures/backpressure-strategies.ts";
import { NumberGrowingRing } from "../../structures/broken/number-growing-ring.ts";
import type { GrowStrategy } from "../../structures/grow-strategy.ts";
import { GrowableRing } from "../../structures/growable-ring.ts";
import type { SampleStrategy } from "../../structures/sample-strategy.ts";
import type { Context, Running } from "../define-system.ts";
import { RunningCode } from "../running-code.ts";
import type { BackpressureComparisonState } from "./backpressure-comparison-state.ts";
import { type Job, JobSource, Pace, type Pattern } from "./job.ts";
import { Lane } from "./lane.ts";

/** The five, in the order in which they are shown. */
export const STRATEGY_NAMES = Object.keys(BackpressureStrategies) as readonly StrategyName[];

export interface FiveLanesSettings {
  load: number;
  service: number;
  readonly capacity: number;
  arrivals: Pattern;
  samplingRate: number;
  threshold: number;
  growthBound: number;
  growthFactor: number;
  readonly growing: "copies" | "changes-number";
}

/** The classes' names as in their source: a page that was made smaller has others. */
export const growingStructure = { copies: "GrowableRing", "changes-number": "NumberGrowingRing" } as const;

/** What an offer may do first, the most telling before the others. */
const TELLING = ["enlarge", "wait", "sample-away", "refuse", "evict", "store"];

/**
 * Five lanes and three processes. `arrivals` brings each job to all five lanes in one step. `consumers` moves every consumer whose
 * service is due: the five work alike, so mostly they are due together. `producer` is the only one who ever waits: it brings
 * the jobs that the blocking lane could not take.
 */
export class FiveLanes {
  readonly kernel = new Kernel();
  readonly settings: FiveLanesSettings;
  readonly lanes: { readonly [Name in StrategyName]: Lane };
  readonly source: JobSource;
  readonly #sample: SampleStrategy<Job>;
  readonly #grow: GrowStrategy<Job>;
  readonly #trace: Context["trace"];
  readonly #all: readonly Lane[];
  readonly #work = this.kernel.condition("work");
  readonly #notFull = this.kernel.condition("notFull");
  readonly #code = new RunningCode(this.kernel);
  /** What the ring that grows has done in this step. */
  #ringMarks: string[] = [];
  #arriving: number | null = null;
  #noted = 0;

  constructor(settings: FiveLanesSettings, { random, trace }: Pick<Context, "random" | "trace">) {
    this.settings = settings;
    this.#trace = trace;
    this.source = new JobSource(random, settings.arrivals);
    const { capacity } = settings;
    const ring = () => new GrowableRing<Job>(capacity);
    const pace = new Pace(random);
    const lot = random.fork("lot");
    const { block, dropOldest, dropNewest, sample, grow } = BackpressureStrategies;
    const lane = <S extends Lane["strategy"]>(strategy: S) => new Lane(strategy.buffer, strategy, pace);
    this.#sample = new sample(ring(), () => lot.fraction());
    const growable = settings.growing === "copies" ? ring() : new NumberGrowingRing<Job>(capacity);
    growable.trace = (mark) => void this.#ringMarks.push(mark);
    this.#grow = new grow(growable, capacity);
    this.lanes = Object.freeze({
      block: lane(new block(ring())),
      dropOldest: lane(new dropOldest(ring())),
      dropNewest: lane(new dropNewest(ring())),
      sample: lane(this.#sample),
      grow: lane(this.#grow),
    });
    this.set({});
    this.#all = Object.values(this.lanes);
    this.kernel.spawn("arrivals", this.#arrivals());
    this.kernel.spawn("consumers", this.#consumers());
    this.kernel.spawn("producer", this.#producer());
  }

  /** Change settings in the middle of a run. A buffer keeps the slots that it has, whatever its bound. */
  set(changed: Partial<FiveLanesSettings>): void {
    Object.assign(this.settings, changed);
    const { samplingRate, threshold, growthBound, growthFactor } = this.settings;
    this.#sample.rate = samplingRate / 100;
    this.#sample.threshold = threshold / 100;
    this.#grow.threshold = threshold / 100;
    this.#grow.bound = Math.max(this.#grow.buffer.capacity, growthBound);
    this.#grow.factor = growthFactor / 100;
    if (changed.arrivals !== undefined) this.source.pattern = changed.arrivals;
  }

  /** Lay aside what the last step left on show. */
  begin(): void {
    this.#noted = this.kernel.now;
    this.#arriving = null;
    this.#ringMarks = [];
    this.#code.end();
    for (const lane of this.#all) lane.begin();
  }

  /** One job comes to all five lanes. */
  arrive(): void {
    this.begin();
    const { now } = this.kernel;
    const job = this.source.next(now);
    this.#arriving = job.id;
    for (const lane of this.#all) lane.arrive(job, now);
    this.#noteCalls();
    this.#trace("arrive", { job: job.id });
    this.#work.notify();
  }

  snapshot(): BackpressureComparisonState {
    const { now } = this.kernel;
    // What was on show belongs to an earlier instant.
    if (now > this.#noted) this.begin();
    const { block, dropOldest, dropNewest, sample, grow } = this.lanes;
    return {
      time: now,
      load: this.settings.load,
      service: this.settings.service,
      arrived: this.source.made,
      arriving: this.#arriving,
      code: this.#code.shown,
      lanes: {
        block: block.snapshot(now),
        dropOldest: dropOldest.snapshot(now),
        dropNewest: dropNewest.snapshot(now),
        sample: sample.snapshot(now),
        grow: grow.snapshot(now),
      },
    };
  }

  /** Have the most telling of the offers in this step on show; of one that made the buffer grow, how it grew. */
  #noteCalls(): void {
    if (this.lanes.grow.call?.marks[0] === TELLING[0]) {
      this.#showRing("enlarge");
      return;
    }
    const calls = this.#all.flatMap(({ call }) => call ?? []);
    const rank = ({ marks }: Running) => TELLING.indexOf(marks[0] ?? "");
    const [call] = calls.sort((a, b) => rank(a) - rank(b));
    if (call !== undefined) this.#code.show(call);
  }

  #showRing(method: "enlarge" | "pop"): void {
    const structure = growingStructure[this.settings.growing];
    this.#code.show({ structure, method, marks: this.#ringMarks });
  }

  *#arrivals(): Process<never> {
    for (;;) {
      yield sleep(this.source.gap((this.settings.service * 100) / this.settings.load));
      this.arrive();
    }
  }

  *#consumers(): Process<never> {
    for (;;) {
      const { now } = this.kernel;
      const { block, grow } = this.lanes;
      const { holes } = grow;
      let next = Number.POSITIVE_INFINITY;
      this.begin();
      for (const lane of this.#all) {
        lane.serve(now, this.settings.service);
        next = Math.min(next, lane.due);
      }
      if (grow.holes > holes) this.#showRing("pop");
      this.#trace("serve");
      if (block.outside > 0 && !block.buffer.isFull()) this.#notFull.notify();
      yield this.#work.wait(next - now);
    }
  }

  *#producer(): Process<never> {
    for (;;) {
      yield this.#notFull.wait();
      this.begin();
      this.lanes.block.letIn(this.kernel.now);
      this.#noteCalls();
      this.#trace("let-in");
    }
  }
}
