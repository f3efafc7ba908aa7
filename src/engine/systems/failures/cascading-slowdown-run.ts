import { type Process, pause, sleep } from "../../kernel/wait.ts";
import { CircuitBreaker } from "../../structures/flow/circuit-breaker.ts";
import { type Guard, HandOver } from "../../structures/flow/hand-over.ts";
import type { Context } from "../define-system.ts";
import { grouped } from "../grouped.ts";
import { SeriesBuilder } from "../series.ts";
import { FailureRun, type Switches } from "./failure-run.ts";
import type { FailureState, FlowItem, StageState, Waiting } from "./failure-state.ts";
import { RecentCount } from "./recent-count.ts";
import { RecentValues } from "./recent-values.ts";
import { Stage, sourceState } from "./stage.ts";
import { Worker } from "./worker.ts";

/** What a stage usually takes for a request, in ms; each takes up to a quarter more or less. */
const WORK = 40;
/** Of so many requests in 100 at least must be answered in time. */
const IN_TIME = 90;

const TITLES = ["front", "orders", "database"] as const;
const DATABASE = TITLES.length - 1;

const ADMIT = { structure: "CircuitBreaker", method: "admit" };
const REPORT = { structure: "CircuitBreaker", method: "report" };

/** Lets everybody try, for as long as it takes. */
const NOBODY: Guard = { admit: () => "pass", patience: Number.POSITIVE_INFINITY, failed: () => {} };

interface Settings extends Switches {
  readonly capacity: number;
  readonly workers: number;
  readonly every: number;
  readonly slow: number;
  readonly timeout: number;
  readonly threshold: number;
  readonly patience: number;
  readonly coolDown: number;
}

/** Requests that go through three stages, each of which holds on to a request until the next one takes it. */
export class CascadingSlowdownRun extends FailureRun<Settings> {
  readonly #stages: readonly Stage[];
  readonly #comes = new RecentCount();
  readonly #inTime = new RecentCount();
  readonly #tooLate = new RecentCount();
  readonly #recent = new RecentValues();
  readonly #answers = new SeriesBuilder("samples", { width: 20 });
  readonly #share = new SeriesBuilder("level", { width: 20 });
  /** Requests that the breaker let into the database, and how. */
  readonly #admitted = new Map<number, "pass" | "probe">();
  #breaker: CircuitBreaker;

  constructor(settings: Settings, context: Context) {
    super(settings, context);
    const { kernel } = this;
    this.#breaker = this.#newBreaker();
    this.#stages = TITLES.map((title, column) => {
      const workers = Array.from({ length: settings.workers }, (_, i) => new Worker(`${title}-${i}`, kernel));
      return new Stage(
        { name: title, title, column: column + 1 },
        settings.capacity,
        workers,
        kernel,
        this.code,
      );
    });
    this.#noteShare();
    kernel.spawn("clients", this.#clients());
    this.#stages.forEach((stage, index) => {
      for (const worker of stage.workers) kernel.spawn(worker.name, this.#work(stage, index, worker));
    });
  }

  burst(requests: number): number {
    let accepted = 0;
    for (let i = 0; i < requests; i++) if (this.#comeIn(this.make("request", "r", 3))) accepted += 1;
    return accepted;
  }

  protected override adjusted(parameter: string): void {
    if (parameter !== "remedy") return;
    this.#breaker = this.#newBreaker();
    this.#admitted.clear();
    // Whoever is stuck in front of the database begins to look at the clock.
    this.#at(DATABASE).notFull.notifyAll();
  }

  #newBreaker(): CircuitBreaker {
    return new CircuitBreaker(this.settings.threshold, this.settings.coolDown);
  }

  #at(index: number): Stage {
    return this.#stages[index] as Stage;
  }

  *#clients(): Process {
    for (;;) {
      yield sleep(this.settings.every);
      const item = this.make("request", "r", 1);
      this.tell(this.#comeIn(item) ? "come-in" : "refuse", { item: item.name });
    }
  }

  #comeIn(item: FlowItem): boolean {
    this.#comes.note(this.kernel.now);
    if (this.#at(0).put(item)) return true;
    this.leave(item, "front", "refused");
    this.#tooLate.note(this.kernel.now);
    this.#noteShare();
    return false;
  }

  *#work(stage: Stage, index: number, worker: Worker): Process {
    const random = this.random.fork(worker.name);
    for (;;) {
      const waiting = stage.take();
      if (waiting === undefined) {
        yield stage.notEmpty.wait();
        continue;
      }
      const { item } = waiting;
      const usual = index === DATABASE && this.faulty ? this.settings.slow : WORK;
      const duration = random.whole(Math.floor(usual * 0.75), Math.ceil(usual * 1.25));
      worker.work(item, `works on ${item.name}`, duration);
      this.tell("take", { item: item.name, worker: worker.name });
      yield sleep(duration);
      if (index === DATABASE) this.#answerFromDatabase(item, waiting);
      else yield* this.#handOn(item, index + 1, worker);
      stage.finished(waiting);
      worker.rest();
      yield pause();
    }
  }

  #answerFromDatabase(item: FlowItem, { joined }: Waiting): void {
    const admission = this.#admitted.get(item.id);
    this.#admitted.delete(item.id);
    const ok = this.kernel.now - joined <= this.settings.patience;
    if (admission !== undefined) this.#report(this.#breaker, ok, admission);
    this.#answer(item, "database", "done");
  }

  /** Give a request to the next stage, however long it takes; with a breaker in between, only if the breaker lets it. */
  *#handOn(item: FlowItem, to: number, worker: Worker): Process {
    const next = this.#at(to);
    const handOver = new HandOver(next, () => this.#guard(to));
    const follow = this.code.follow({ structure: "HandOver", method: "give" });
    handOver.trace = (mark) => {
      follow(mark);
      if (mark === "stuck") worker.block(item, `cannot hand on ${item.name}`);
      this.tell(mark, { item: item.name, worker: worker.name, to: next.place.title });
    };
    const admission = yield* handOver.give(item);
    if (admission === "refuse") this.#answer(item, "orders", "fallback");
    else if (to === DATABASE && this.remedied) this.#admitted.set(item.id, admission);
  }

  /** Who stands in front of a stage now: the breaker, or nobody. */
  #guard(stage: number): Guard {
    if (stage !== DATABASE || !this.remedied) return NOBODY;
    const breaker = this.#breaker;
    return {
      patience: this.settings.patience,
      admit: () => this.code.run(ADMIT, breaker, () => breaker.admit(this.kernel.now)),
      failed: (admission) => this.#report(breaker, false, admission),
    };
  }

  #report(breaker: CircuitBreaker, ok: boolean, admission: "pass" | "probe"): void {
    this.code.run(REPORT, breaker, () => breaker.report(ok, admission, this.kernel.now));
  }

  #answer(item: FlowItem, stage: string, how: "done" | "fallback"): void {
    const { now } = this.kernel;
    const took = now - item.made;
    const inTime = took <= this.settings.timeout;
    this.leave(item, stage, inTime ? how : "late");
    (inTime ? this.#inTime : this.#tooLate).note(now);
    this.#recent.add(took);
    this.#answers.note(now, took);
    this.#noteShare();
    this.tell(inTime ? (how === "done" ? "answer" : "fall-back") : "answer-late", { item: item.name, took });
  }

  /** Of 100 requests that ended during the last second, so many were answered in time; 100 when none ended. */
  #inTimeShare(): number {
    const { now } = this.kernel;
    const good = this.#inTime.count(now);
    const all = good + this.#tooLate.count(now);
    if (all === 0) return this.account().queued === 0 ? 100 : 0;
    return Math.round((100 * good) / all);
  }

  #noteShare(): void {
    this.#share.note(this.kernel.now, this.#inTimeShare());
  }

  private account() {
    const queued = this.#stages.reduce((sum, { queue }) => sum + queue.size, 0);
    const inWork = this.#stages.reduce(
      (sum, { workers }) => sum + workers.filter(({ state }) => state.item !== null).length,
      0,
    );
    return { queued, inWork };
  }

  override snapshot(): FailureState {
    const { now } = this.kernel;
    const { timeout, every } = this.settings;
    const share = this.#inTimeShare();
    const p99 = this.#recent.p99;
    const breaker = this.#breaker;
    const acting = this.remedied && breaker.state !== "closed";
    return Object.freeze({
      ...this.common(this.account()),
      stages: [
        sourceState(
          { name: "clients", title: "clients", column: 0 },
          this.#comes.count(now),
          `a request every ${every} ms`,
        ),
        ...this.#stages.map((stage) => stage.snapshot(words(stage))),
      ] satisfies StageState[],
      charts: [
        {
          name: "answer",
          title: "time to an answer",
          unit: "ms",
          series: this.#answers.snapshot(),
          limit: { words: `given up at ${grouped(timeout)} ms`, high: timeout },
        },
        { name: "inTime", title: "answered in time", unit: "%", series: this.#share.snapshot(), now: share },
      ],
      counters: [
        { name: "inTime", title: "answered in time", value: share, unit: "%" },
        { name: "p99", title: "answer p99", value: p99, unit: "ms" },
        { name: "done", title: "answered", value: this.gone("done"), unit: "" },
        { name: "fallback", title: "by fallback", value: this.gone("fallback"), unit: "" },
        { name: "late", title: "too late", value: this.gone("late"), unit: "" },
        { name: "refused", title: "turned away", value: this.gone("refused"), unit: "" },
      ],
      fault: {
        ...this.faultSwitch,
        stage: "database",
        words: this.faulty
          ? `the database takes about ${grouped(this.settings.slow)} ms for a request`
          : `the database takes about ${WORK} ms for a request`,
      },
      remedy: {
        ...this.remedySwitch,
        name: "circuit breaker",
        acting,
        gate: this.#gate(),
        stage: "database",
        words: this.#breakerWords(),
      },
      symptom: {
        title: "answered in time",
        value: share,
        limit: IN_TIME,
        unit: "%",
        bad: share < IN_TIME,
        words: this.#inTimeWords(share),
      },
    });
  }

  #inTimeWords(share: number): string {
    const { now } = this.kernel;
    const ended = this.#inTime.count(now) + this.#tooLate.count(now);
    const requests = ended === 1 ? "1 request" : `${grouped(ended)} requests`;
    const measured =
      ended === 0
        ? "no request ended in the last second"
        : `${share} % of ${requests} in the last second were answered in time, fallbacks included`;
    return share < IN_TIME && this.#isDraining() ? `${measured}; old requests must drain first` : measured;
  }

  /** Whether requests from before the remedy was switched on are still on their way. */
  #isDraining(): boolean {
    const { since } = this.remedySwitch;
    if (since === null) return false;
    return this.#stages.some(({ queue, workers }) =>
      [queue.peek()?.item, ...workers.map(({ state }) => state.item)].some(
        (item) => item && item.made < since,
      ),
    );
  }

  #gate(): FailureState["remedy"]["gate"] {
    if (!this.remedied) return null;
    const { state } = this.#breaker;
    return state === "closed" ? "passes" : state === "open" ? "blocks" : "tries";
  }

  #breakerWords(): string {
    if (!this.remedied) return "nothing stands between the stages: each waits for the next";
    switch (this.#breaker.state) {
      case "closed":
        return `the breaker is closed: calls pass; slower than ${grouped(this.settings.patience)} ms is a failure, ${this.#breaker.failures} in a row`;
      case "open":
        return "the breaker is open: no request is let in; those let in before are finished but no longer count";
      case "half-open":
        return "the breaker is half open: one request tries; those let in before are finished but do not count";
    }
  }
}

function words({ queue, workers }: Stage): string {
  const stuck = workers.filter(({ state }) => state.activity === "blocked").length;
  if (stuck === workers.length)
    return queue.isFull() ? "stands still: nothing can move on" : "nothing can move on";
  if (stuck > 0) return `${stuck} of ${workers.length} cannot hand on`;
  if (queue.isFull()) return "the queue is full";
  return queue.isEmpty() ? "nobody waits" : `${queue.size} ${queue.size === 1 ? "waits" : "wait"}`;
}
