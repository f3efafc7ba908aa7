import type { Condition } from "../../kernel/condition.ts";
import { type Process, pause, sleep } from "../../kernel/wait.ts";
import { DriftEstimate } from "../../structures/flow/drift-estimate.ts";
import { OverwritingRingBuffer } from "../../structures/overwriting-ring-buffer.ts";
import type { Context } from "../define-system.ts";
import { grouped } from "../grouped.ts";
import { SeriesBuilder } from "../series.ts";
import { FailureRun, type Switches } from "./failure-run.ts";
import {
  type FailureState,
  FLYING,
  type FlowItem,
  type Flying,
  SHOWN,
  type StageState,
  type Waiting,
} from "./failure-state.ts";
import { RecentCount } from "./recent-count.ts";
import { RecentValues } from "./recent-values.ts";
import { sourceState } from "./stage.ts";
import { Worker } from "./worker.ts";

/** What a frame lasts on either clock, in ms. */
const FRAME = 20;
/** The least that the network delays a frame, in ms. */
const DELAY = 40;
/** A glitch is bad for so long, in ms. */
const MEMORY = 3_000;

const PUSH = { structure: "OverwritingRingBuffer", method: "push" };
const POP = { structure: "OverwritingRingBuffer", method: "pop" };
const SPEED = { structure: "DriftEstimate", method: "speed" };

interface Settings extends Switches {
  readonly capacity: number;
  readonly drift: number;
  readonly jitter: number;
}

interface Sent extends Flying {
  /** By the sender’s clock, in ms. */
  readonly stamp: number;
}

/** A sender and a player, each with a clock of its own, and a buffer between them. */
export class ClockDriftRun extends FailureRun<Settings> {
  readonly #buffer: OverwritingRingBuffer<Waiting>;
  readonly #player = new Worker("player", this.kernel);
  readonly #sent: Condition;
  readonly #way: Sent[] = [];
  readonly #sends = new RecentCount();
  readonly #comes = new RecentCount();
  readonly #plays = new RecentCount();
  readonly #glitches = new RecentCount(MEMORY);
  readonly #latency = new RecentValues();
  readonly #level = new SeriesBuilder("level", { width: 20 });
  readonly #speeds = new SeriesBuilder("level", { width: 20 });
  #estimate = new DriftEstimate();
  #speed = 1;
  /** What the sender’s clock shows, and when that was last reckoned, in ms. */
  #senderClock = { shows: 0, at: 0, pace: 1 };
  #repeated = 0;
  #began = false;
  /** The network delivers nothing before this time. */
  #heldUntil = 0;
  #shown: readonly Waiting[] | undefined;

  constructor(settings: Settings, context: Context) {
    super(settings, context);
    const { kernel } = this;
    this.#buffer = new OverwritingRingBuffer(settings.capacity);
    this.#sent = kernel.condition("frame on its way");
    this.#level.note(0, 0);
    this.#speeds.note(0, 0);
    kernel.spawn("sender", this.#send());
    kernel.spawn("network", this.#deliver());
    kernel.spawn("player", this.#play());
  }

  hold(time: number): undefined {
    this.#heldUntil = this.kernel.now + time;
    return undefined;
  }

  /** What the buffer should hold, in frames. */
  get #target(): number {
    return Math.max(1, Math.floor(this.settings.capacity / 2));
  }

  protected override adjusted(parameter: string): void {
    // The clocks are others now: what was seen of the old ones would mislead.
    if (parameter === "fault" || parameter === "drift") this.#estimate = new DriftEstimate();
  }

  *#send(): Process {
    const random = this.random.fork("network");
    let stamp = 0;
    let latest = 0;
    for (;;) {
      const pace = 1 + (this.faulty ? this.settings.drift : 0) / 1_000_000;
      this.#senderClock = { shows: stamp, at: this.kernel.now, pace };
      yield sleep(FRAME / pace);
      const { now } = this.kernel;
      stamp += FRAME;
      const item = this.make("frame", "f", this.arrived % 2 === 0 ? 1 : 2);
      // One frame does not overtake another.
      latest = Math.max(latest, this.#heldUntil, now + DELAY + random.whole(0, this.settings.jitter));
      this.#way.push(Object.freeze({ item, from: "sender", to: "buffer", since: now, until: latest, stamp }));
      this.#sends.note(now);
      this.#sent.notify();
      this.tell("send", { item: item.name });
    }
  }

  *#deliver(): Process {
    for (;;) {
      const [first] = this.#way;
      if (first === undefined) {
        yield this.#sent.wait();
        continue;
      }
      const due = Math.max(first.until, this.#heldUntil);
      if (due > this.kernel.now) {
        yield sleep(due - this.kernel.now);
        continue;
      }
      this.#way.shift();
      this.#arrive(first);
      yield pause();
    }
  }

  #arrive({ item, stamp }: Sent): void {
    const { now } = this.kernel;
    const oldest = this.#buffer.isFull() ? this.#buffer.peek() : undefined;
    const waiting = { item, place: this.#buffer.totalWritten, joined: now };
    this.code.run(PUSH, this.#buffer, () => this.#buffer.push(waiting));
    this.#shown = undefined;
    this.#comes.note(now);
    this.#estimate.note(stamp, now);
    if (oldest !== undefined) this.#overflow(oldest.item);
    this.#noteLevel();
    this.tell(oldest === undefined ? "arrive" : "overflow", {
      item: item.name,
      lost: oldest?.item.name ?? null,
    });
  }

  #overflow(oldest: FlowItem): void {
    this.leave(oldest, "buffer", "lost");
    this.#glitches.note(this.kernel.now);
  }

  *#play(): Process {
    for (;;) {
      if (!this.#began && this.#buffer.size < this.#target) {
        yield sleep(FRAME);
        continue;
      }
      this.#began = true;
      const surplus = this.#buffer.size - this.#target;
      const waiting = this.code.run(POP, this.#buffer, () => this.#buffer.pop());
      this.#speed = this.remedied ? this.#rightSpeed(surplus) : 1;
      this.#speeds.note(this.kernel.now, Math.round((this.#speed - 1) * 100_000) / 1_000);
      const duration = FRAME / this.#speed;
      this.#shown = undefined;
      this.#noteLevel();
      if (waiting === undefined) this.#underrun();
      else {
        this.#player.work(waiting.item, `plays ${waiting.item.name}`, duration);
        this.tell("play", { item: waiting.item.name });
      }
      yield sleep(duration);
      if (waiting !== undefined) this.#finish(waiting);
      yield pause();
    }
  }

  #finish({ item, joined }: Waiting): void {
    const { now } = this.kernel;
    this.#latency.add(now - joined);
    this.#plays.note(now);
    this.leave(item, "buffer", "done");
    this.#player.rest();
    this.tell("played", { item: item.name });
  }

  #underrun(): void {
    this.#repeated += 1;
    this.#glitches.note(this.kernel.now);
    this.#player.rest("has nothing to play");
    this.tell("underrun", { repeated: this.#repeated });
  }

  #rightSpeed(surplus: number): number {
    const estimate = this.#estimate;
    return this.code.run(SPEED, estimate, () => estimate.speed(surplus));
  }

  #noteLevel(): void {
    this.#level.note(this.kernel.now, this.#buffer.size);
  }

  override snapshot(): FailureState {
    const { now } = this.kernel;
    const glitches = this.#glitches.count(now);
    const depth = this.#buffer.size;
    const { capacity, drift } = this.settings;
    const measured = Math.round(this.#estimate.drift() * 10_000) * 100;
    const inWork = this.#player.state.item === null ? 0 : 1;
    const band = { low: Math.max(1, Math.floor(capacity / 4)), high: Math.ceil((capacity * 3) / 4) };
    return Object.freeze({
      ...this.common({ onTheWay: this.#way.length, queued: depth, inWork }),
      stages: [
        sourceState(
          { name: "sender", title: "sender", column: 0 },
          this.#sends.count(now),
          this.#senderWords(),
          this.#senderTime(),
        ),
        this.#bufferState(depth),
      ],
      flying: Object.freeze(this.#way.slice(0, FLYING)),
      charts: [
        {
          name: "level",
          title: "frames in the buffer",
          unit: "frames",
          series: this.#level.snapshot(),
          limit: { words: `band ${band.low} to ${band.high}`, ...band },
        },
        {
          name: "speed",
          title: "player’s speed against its own clock",
          unit: "%",
          series: this.#speeds.snapshot(),
        },
      ],
      counters: [
        { name: "level", title: "in the buffer", value: depth, unit: "" },
        { name: "drift", title: "measured drift", value: measured, unit: "ppm" },
        { name: "done", title: "played", value: this.gone("done"), unit: "" },
        { name: "lost", title: "overflowed", value: this.gone("lost"), unit: "" },
        { name: "repeated", title: "ran dry", value: this.#repeated, unit: "" },
      ],
      fault: {
        ...this.faultSwitch,
        stage: "sender",
        words: this.faulty
          ? `the sender’s clock is ${grouped(Math.abs(drift))} ppm ${drift < 0 ? "slow" : "fast"}${exaggeration(drift)}`
          : "both clocks run alike",
      },
      remedy: {
        ...this.remedySwitch,
        name: "speed follows the sender",
        acting: this.remedied,
        gate: null,
        stage: "buffer",
        words: this.remedied
          ? `the player runs at ${percent(this.#speed)} of its own clock`
          : "the player follows its own clock alone",
      },
      symptom: {
        title: "glitches in 3 s",
        value: glitches,
        limit: 0,
        unit: "glitches",
        bad: glitches > 0,
        words: `${glitches === 1 ? "1 glitch" : `${glitches} glitches`} in the last ${MEMORY / 1_000} s; there should be none`,
      },
    });
  }

  /** What the sender’s clock shows now, in ms. */
  #senderTime(): number {
    const { shows, at, pace } = this.#senderClock;
    return shows + (this.kernel.now - at) * pace;
  }

  #senderWords(): string {
    const ppm = this.faulty ? this.settings.drift : 0;
    if (ppm === 0) return `a frame every ${FRAME} ms`;
    return `a frame every ${(FRAME / (1 + ppm / 1_000_000)).toFixed(2)} ms of the player’s clock`;
  }

  #bufferState(depth: number): StageState {
    const { now } = this.kernel;
    this.#shown ??= Object.freeze([...this.#buffer].slice(0, SHOWN));
    return Object.freeze({
      name: "buffer",
      title: "buffer and player",
      column: 1,
      open: true,
      depth,
      capacity: this.#buffer.capacity,
      waiting: this.#shown,
      workers: [this.#player.state],
      rateIn: this.#comes.count(now),
      rateOut: this.#plays.count(now),
      latency: this.#latency.p99,
      clock: now,
      words: !this.#began
        ? `fills up to ${this.#target} before playing`
        : depth === this.#buffer.capacity
          ? "full: the next frame pushes out the oldest"
          : depth === 0
            ? "empty: the player has nothing left"
            : `holds ${depth} of ${this.#buffer.capacity}, meant are ${this.#target}`,
    });
  }
}

/** Quartz clocks are some 10 to 100 ppm off: with that, nothing would be seen within minutes. */
function exaggeration(ppm: number): string {
  const share = Math.abs(ppm) / 10_000;
  return share <= 0.01 ? "" : `: ${share} %, exaggerated; real clocks: 0.001 to 0.01 %`;
}

/** 1.0312 as “103.12 %”. */
function percent(share: number): string {
  return `${(share * 100).toFixed(2)} %`;
}
