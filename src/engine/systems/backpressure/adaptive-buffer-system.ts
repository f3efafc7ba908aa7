import { Kernel } from "../../kernel/kernel.ts";
import { type Process, sleep } from "../../kernel/wait.ts";
import { AdaptiveController, type Measured, USUAL_LIMITS } from "../../structures/adaptive-controller.ts";
import { BackpressureStrategies } from "../../structures/backpressure-strategies.ts";
import type { BackpressureStrategy } from "../../structures/backpressure-strategy.ts";
import { OneWayController } from "../../structures/broken/one-way-controller.ts";
import type { GrowStrategy } from "../../structures/grow-strategy.ts";
import { GrowableRing } from "../../structures/growable-ring.ts";
import type { SampleStrategy } from "../../structures/sample-strategy.ts";
import { SlidingCount } from "../../structures/sliding-count.ts";
import { SlidingLatencySketch } from "../../structures/sliding-latency-sketch.ts";
import type { Context } from "../define-system.ts";
import { RunningCode } from "../running-code.ts";
import { SeriesBuilder } from "../series.ts";
import { type AdaptiveBufferState, MODES } from "./adaptive-buffer-state.ts";
import { type Job, JobSource, Pace, type Pattern } from "./job.ts";
import { Lane } from "./lane.ts";

export interface AdaptiveSettings {
  rate: number;
  service: number;
  readonly capacity: number;
  growthBound: number;
  samplingRate: number;
  arrivals: Pattern;
  latencyLimit: number;
  overload: number;
  fullness: number;
  readonly window: number;
  minimumStay: number;
  hysteresis: "on" | "off";
  readonly wayBack: "on" | "off";
}

/** The classes' names as in their source: a page that was made smaller has others. */
export const controllerStructure = { on: "AdaptiveController", off: "OneWayController" } as const;

/** The controller looks so many times in a window. */
const LOOKS = 10;
/** ms that a bucket of a chart covers at first. */
const BUCKET = 64;

/**
 * One lane whose strategy is chosen anew while it runs, by what is measured. Four processes: `arrivals`, `consumer`, `producer`, who
 * brings what had to wait, and `controller`, who looks at the measures ten times a window.
 */
export class AdaptiveBufferSystem {
  readonly kernel = new Kernel();
  readonly settings: AdaptiveSettings;
  readonly controller: AdaptiveController;
  readonly source: JobSource;
  readonly #lane: Lane;
  readonly #strategies: {
    readonly block: BackpressureStrategy<Job>;
    readonly grow: GrowStrategy<Job>;
    readonly sample: SampleStrategy<Job>;
    readonly dropOldest: BackpressureStrategy<Job>;
  };
  readonly #trace: Context["trace"];
  readonly #came: SlidingCount;
  readonly #gone: SlidingCount;
  readonly #latencies: SlidingLatencySketch;
  readonly #work = this.kernel.condition("work");
  readonly #notFull = this.kernel.condition("notFull");
  readonly #depth = new SeriesBuilder("level", { width: BUCKET });
  readonly #p99 = new SeriesBuilder("samples", { width: BUCKET });
  readonly #mode = new SeriesBuilder("level", { width: BUCKET });
  #measured: Measured = Object.freeze({ arrivals: 0, departures: 0, p99: null, fullness: 0, canGrow: true });
  #wanted: (typeof MODES)[number] = "block";
  #calmSince: number | null = 0;
  #shortestStay: number | null = null;
  #arriving: number | null = null;
  readonly #code = new RunningCode(this.kernel);
  #noted = 0;

  constructor(settings: AdaptiveSettings, { random, trace }: Pick<Context, "random" | "trace">) {
    this.settings = settings;
    this.#trace = trace;
    this.source = new JobSource(random, settings.arrivals);
    const { capacity, window } = settings;
    const buffer = new GrowableRing<Job>(capacity);
    const lot = random.fork("lot");
    const { block, grow, sample, dropOldest } = BackpressureStrategies;
    this.#strategies = {
      block: new block(buffer),
      grow: new grow(buffer, capacity),
      sample: new sample(buffer, () => lot.fraction()),
      dropOldest: new dropOldest(buffer),
    };
    this.#lane = new Lane(buffer, this.#strategies.block, new Pace(random));
    const Controller = settings.wayBack === "on" ? AdaptiveController : OneWayController;
    this.controller = new Controller();
    this.set({});
    this.#came = new SlidingCount(window);
    this.#gone = new SlidingCount(window);
    this.#latencies = new SlidingLatencySketch(window);
    this.#lane.served = (now, latency) => {
      this.#gone.add(now);
      this.#latencies.record(latency, now);
    };
    this.kernel.spawn("arrivals", this.#arrivals());
    this.kernel.spawn("consumer", this.#consumer());
    this.kernel.spawn("producer", this.#producer());
    this.kernel.spawn("controller", this.#control());
  }

  /**
   * Change settings in the middle of a run. The buffer keeps the slots that it has, whatever its bound. What the measures have
   * asked for, and how long modes have lasted, is counted anew: it was so by other limits.
   */
  set(changed: Partial<AdaptiveSettings>): void {
    Object.assign(this.settings, changed);
    const { samplingRate, growthBound, latencyLimit, overload, fullness, minimumStay, hysteresis } =
      this.settings;
    const { controller } = this;
    const { grow, sample } = this.#strategies;
    sample.rate = samplingRate / 100;
    grow.bound = Math.max(grow.buffer.capacity, growthBound);
    controller.limits = {
      ...USUAL_LIMITS,
      p99: latencyLimit,
      ratio: overload / 100,
      fullness: fullness / 100,
    };
    controller.minimumStay = minimumStay;
    controller.hysteresis = hysteresis === "on";
    this.#shortestStay = null;
    this.#calmSince = this.#calmSince === null ? null : this.kernel.now;
    if (changed.arrivals !== undefined) this.source.pattern = changed.arrivals;
  }

  /** Lay aside what the last step left on show. */
  begin(): void {
    this.#noted = this.kernel.now;
    this.#arriving = null;
    this.#lane.begin();
    this.#code.end();
  }

  /** One job comes. */
  arrive(): void {
    this.begin();
    const { now } = this.kernel;
    const job = this.source.next(now);
    this.#arriving = job.id;
    this.#came.add(now);
    this.#lane.arrive(job, now);
    this.#noteCall();
    this.#noteDepth();
    this.#trace("arrive", { job: job.id });
    this.#work.notify();
  }

  snapshot(): AdaptiveBufferState {
    const { now } = this.kernel;
    // What was on show belongs to an earlier instant.
    if (now > this.#noted) this.begin();
    const { controller, settings } = this;
    return {
      time: now,
      rate: settings.rate,
      service: settings.service,
      mode: controller.mode,
      wanted: this.#wanted,
      since: controller.since,
      changes: controller.changes,
      shortestStay: this.#shortestStay,
      calmSince: this.#calmSince,
      measured: this.#measured,
      limits: {
        p99: controller.limit("p99", "dropOldest"),
        ratio: controller.limit("ratio", "sample"),
        fullness: controller.limit("fullness", "grow"),
      },
      latencyLimit: settings.latencyLimit,
      window: settings.window,
      minimumStay: settings.minimumStay,
      hysteresis: controller.hysteresis,
      bound: this.#strategies.grow.bound,
      arriving: this.#arriving,
      lane: this.#lane.snapshot(now),
      code: this.#code.shown,
      charts: { depth: this.#depth.closed, p99: this.#p99.closed, mode: this.#mode.closed },
    };
  }

  #look(): void {
    const { now } = this.kernel;
    const { buffer } = this.#lane;
    const { controller } = this;
    this.#measured = Object.freeze({
      arrivals: this.#came.rate(now),
      departures: this.#gone.rate(now),
      p99: this.#latencies.quantile(0.99, now),
      fullness: buffer.size / buffer.capacity,
      canGrow: buffer.capacity < this.#strategies.grow.bound,
    });
    this.#wanted = controller.wanted(this.#measured);
    const { mode, since, changes } = controller;
    const structure = controllerStructure[this.settings.wayBack];
    this.#code.run({ structure, method: "decide" }, controller, () => controller.decide(now, this.#measured));
    // What the broken controller wants is not what the measures ask for.
    const asked = AdaptiveController.prototype.wanted.call(controller, this.#measured);
    this.#calmSince = asked === "block" ? (this.#calmSince ?? now) : null;
    if (controller.changes > changes) {
      const stay = now - since;
      if (changes > 0) this.#shortestStay = Math.min(this.#shortestStay ?? stay, stay);
      this.#lane.strategy = this.#strategies[controller.mode];
      this.#trace("change-mode", { from: mode, to: controller.mode });
    } else {
      this.#trace("look", { mode });
    }
    if (this.#measured.p99 !== null) this.#p99.note(now, this.#measured.p99);
    this.#mode.note(now, MODES.indexOf(controller.mode));
    if (this.#lane.outside > 0) this.#notFull.notify();
  }

  /** A job was offered to the buffer, or it had to wait behind others. */
  #noteCall(): void {
    const { call } = this.#lane;
    if (call !== null) this.#code.show(call);
  }

  #noteDepth(): void {
    this.#depth.note(this.kernel.now, this.#lane.buffer.size + this.#lane.outside);
  }

  *#arrivals(): Process<never> {
    for (;;) {
      yield sleep(this.source.gap(1_000 / this.settings.rate));
      this.arrive();
    }
  }

  *#consumer(): Process<never> {
    for (;;) {
      const { now } = this.kernel;
      this.begin();
      this.#lane.serve(now, this.settings.service);
      this.#noteDepth();
      this.#trace("serve");
      if (this.#lane.outside > 0 && !this.#lane.buffer.isFull()) this.#notFull.notify();
      yield this.#work.wait(this.#lane.due - now);
    }
  }

  *#producer(): Process<never> {
    for (;;) {
      yield this.#notFull.wait();
      this.begin();
      this.#lane.letIn(this.kernel.now);
      this.#noteCall();
      this.#noteDepth();
      this.#trace("let-in");
    }
  }

  *#control(): Process<never> {
    for (;;) {
      yield sleep(this.settings.window / LOOKS);
      this.begin();
      this.#look();
    }
  }
}
