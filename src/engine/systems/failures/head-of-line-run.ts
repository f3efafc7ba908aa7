import type { Condition } from "../../kernel/condition.ts";
import { type Process, pause, sleep } from "../../kernel/wait.ts";
import { LaneChoice } from "../../structures/flow/lane-choice.ts";
import type { Context } from "../define-system.ts";
import { grouped } from "../grouped.ts";
import { SeriesBuilder } from "../series.ts";
import { FailureRun, type Switches } from "./failure-run.ts";
import type { FailureState, FlowItem } from "./failure-state.ts";
import { RecentCount } from "./recent-count.ts";
import { RecentValues } from "./recent-values.ts";
import { Stage, sourceState } from "./stage.ts";
import { Worker } from "./worker.ts";

/** The percentile is taken over so many quick items: some seconds, so that it does not recover between two slow ones. */
const QUICK_ITEMS = 300;

interface Settings extends Switches {
  readonly capacity: number;
  readonly every: number;
  readonly quick: number;
  readonly slow: number;
  readonly between: number;
  readonly limit: number;
}

/** Quick and slow items in one lane, first come first served; or in two. */
export class HeadOfLineRun extends FailureRun<Settings> {
  readonly #shared = this.#newLane("lane", "lane 1");
  readonly #apart = this.#newLane("slowLane", "lane 2");
  readonly #choice = new LaneChoice<FlowItem, Stage>(this.#shared, this.#apart);
  readonly #hasSlow: Condition;
  readonly #comes = new RecentCount();
  readonly #recent = new RecentValues(QUICK_ITEMS);
  readonly #times = new SeriesBuilder("samples", { width: 20 });
  readonly #depth = new SeriesBuilder("level", { width: 20 });

  constructor(settings: Settings, context: Context) {
    super(settings, context);
    const { kernel } = this;
    this.#choice.keepsApart = this.remedied;
    this.#hasSlow = kernel.condition("slow items");
    kernel.spawn("quick items", this.#quickItems());
    kernel.spawn("slow items", this.#slowItems());
    for (const lane of [this.#shared, this.#apart]) kernel.spawn(lane.place.name, this.#work(lane));
  }

  /** An item of a kind comes in. False when its lane has no room. */
  comeIn(kind: "quick" | "slow"): boolean {
    const item = kind === "quick" ? this.make(kind, "q", 1) : this.make(kind, "s", 0);
    this.#comes.note(this.kernel.now);
    const { lane, accepted } = this.code.run({ structure: "LaneChoice", method: "join" }, this.#choice, () =>
      this.#choice.join(item, kind === "slow"),
    );
    if (!accepted) this.leave(item, lane.place.name, "refused");
    this.#noteDepth();
    this.tell(accepted ? "come-in" : "refuse", { item: item.name, lane: lane.place.title });
    return accepted;
  }

  burst(items: number): number {
    let accepted = 0;
    for (let i = 0; i < items; i++) if (this.comeIn("quick")) accepted += 1;
    return accepted;
  }

  protected override adjusted(parameter: string): void {
    this.#choice.keepsApart = this.remedied;
    if (parameter === "fault") this.#hasSlow.notify();
  }

  #newLane(name: string, title: string): Stage {
    return new Stage(
      { name, title, column: 1 },
      this.settings.capacity,
      [new Worker(`${name} worker`, this.kernel)],
      this.kernel,
      this.code,
    );
  }

  *#quickItems(): Process {
    const random = this.random.fork("quick items");
    for (;;) {
      const quarter = Math.floor(this.settings.every / 4);
      yield sleep(this.settings.every + random.whole(-quarter, quarter));
      this.comeIn("quick");
    }
  }

  *#slowItems(): Process {
    for (;;) {
      if (!this.faulty) {
        yield this.#hasSlow.wait();
        continue;
      }
      this.comeIn("slow");
      yield this.#hasSlow.wait(this.settings.between);
    }
  }

  *#work(lane: Stage): Process {
    const [worker] = lane.workers as readonly [Worker];
    for (;;) {
      const waiting = lane.take();
      if (waiting === undefined) {
        yield lane.notEmpty.wait();
        continue;
      }
      this.#noteDepth();
      const { item } = waiting;
      const duration = item.kind === "slow" ? this.settings.slow : this.settings.quick;
      worker.work(item, `works on ${item.name}`, duration);
      this.tell("take", { item: item.name, lane: lane.place.title });
      yield sleep(duration);
      const { now } = this.kernel;
      lane.finished(waiting);
      this.leave(item, lane.place.name, "done");
      if (item.kind === "quick") {
        this.#recent.add(now - item.made);
        this.#times.note(now, now - item.made);
      }
      worker.rest();
      this.tell("finish", { item: item.name, lane: lane.place.title, took: now - item.made });
      yield pause();
    }
  }

  #noteDepth(): void {
    this.#depth.note(this.kernel.now, this.#shared.queue.size);
  }

  /** How long the first of the quick items in lane 1 has waited, in ms: what no percentile of finished items tells. */
  #longestWait(): number {
    const first = this.#shared.queue.peek();
    return first?.item.kind === "quick" ? this.kernel.now - first.joined : 0;
  }

  override snapshot(): FailureState {
    const { now } = this.kernel;
    const { limit, slow, quick, every } = this.settings;
    const lanes = [this.#shared, this.#apart];
    const p99 = this.#recent.p99;
    const longest = this.#longestWait();
    const queued = lanes.reduce((sum, { queue }) => sum + queue.size, 0);
    const inWork = lanes.filter(({ workers }) => workers[0]?.state.item).length;
    const isLaneApart =
      this.remedied || this.#apart.queue.size > 0 || this.#apart.workers[0]?.state.item !== null;
    const held = this.#shared.workers[0]?.state.item?.kind === "slow" ? this.#shared.queue.size : 0;
    return Object.freeze({
      ...this.common({ queued, inWork }),
      stages: [
        sourceState(
          { name: "source", title: "arrivals", column: 0 },
          this.#comes.count(now),
          `a quick item about every ${every} ms`,
        ),
        this.#shared.snapshot(held > 0 ? `${grouped(held)} wait behind one slow item` : waits(this.#shared)),
        this.#apart.snapshot(isLaneApart ? waits(this.#apart) : "not in use", isLaneApart),
      ],
      charts: [
        {
          name: "quick",
          title: "a quick item, from coming in to done",
          unit: "ms",
          series: this.#times.snapshot(),
          limit: { words: `limit ${grouped(limit)} ms`, high: limit },
        },
        { name: "depth", title: "items in lane 1", unit: "items", series: this.#depth.snapshot() },
      ],
      counters: [
        { name: "p99", title: "finished quick p99", value: p99, unit: "ms" },
        { name: "queued", title: "waiting", value: queued, unit: "" },
        { name: "held", title: "behind a slow one", value: held, unit: "" },
        { name: "done", title: "done", value: this.gone("done"), unit: "" },
        {
          name: "rate",
          title: "done each second",
          value: lanes.reduce((sum, { departures }) => sum + departures.count(now), 0),
          unit: "/s",
        },
        { name: "refused", title: "no room", value: this.gone("refused"), unit: "" },
      ],
      fault: {
        ...this.faultSwitch,
        stage: "source",
        words: this.faulty
          ? `every ${grouped(this.settings.between)} ms comes an item that takes ${grouped(slow)} ms`
          : `every item takes ${quick} ms`,
      },
      remedy: {
        ...this.remedySwitch,
        name: "a lane of their own",
        acting: this.remedied && this.#apart.workers[0]?.state.item !== null,
        gate: null,
        stage: "slowLane",
        words: this.remedied ? "slow items go to lane 2" : "all items go through one lane",
      },
      symptom: {
        title: longest > (p99 ?? 0) ? "a quick item waits" : "p99 of finished quick items",
        value: Math.max(p99 ?? 0, longest),
        limit,
        unit: "ms",
        bad: Math.max(p99 ?? 0, longest) > limit,
        words:
          longest > (p99 ?? 0)
            ? `a quick item has waited ${grouped(longest)} ms; the limit is ${grouped(limit)} ms`
            : p99 === null
              ? "no quick item is done yet"
              : `of the last ${QUICK_ITEMS} finished quick items, 99 in 100 took ${grouped(p99 ?? 0)} ms or less; the limit is ${grouped(limit)} ms`,
      },
    });
  }
}

function waits({ queue }: Stage): string {
  return queue.isEmpty() ? "nobody waits" : `${grouped(queue.size)} ${queue.size === 1 ? "waits" : "wait"}`;
}
