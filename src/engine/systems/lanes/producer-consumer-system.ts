import type { Plain } from "../../kernel/plain.ts";
import { firstCome, seeded } from "../../kernel/scheduler.ts";
import { type Process, pause, sleep } from "../../kernel/wait.ts";
import { Closed, Empty, Full } from "../../structures/blocking-queue-errors.ts";
import type { Context } from "../define-system.ts";
import type { Values } from "../fields.ts";
import { lettersOf } from "./item-names.ts";
import type { laneSettings } from "./lane-settings.ts";
import type { LaneThread } from "./lane-thread.ts";
import { Lanes } from "./lanes.ts";

type Settings = { -readonly [Name in keyof Values<typeof laneSettings>]: Values<typeof laneSettings>[Name] };

/** At most so many threads of one kind are alive. */
const MOST = 200;

/** Producers that make items and consumers that process them, with everything that can be done to them. */
export class ProducerConsumerSystem extends Lanes {
  readonly settings: Settings;
  readonly #random: Context["random"];
  #producers = 0;
  #consumers = 0;
  /** Threads that close the queue or change its capacity. */
  #others = 0;
  #closer: LaneThread | undefined;
  #resizer: LaneThread | undefined;
  #isDraining = false;

  constructor(settings: Values<typeof laneSettings>, context: Context) {
    super(settings.code, settings.capacity, context);
    this.settings = { ...settings };
    this.#random = context.random;
    this.set("scheduler", settings.scheduler);
    for (let i = 0; i < settings.producers; i++) this.addProducer();
    for (let i = 0; i < settings.consumers; i++) this.addConsumer();
  }

  protected override get alarm(): number {
    return this.settings.alarm;
  }

  /**
   * Change a live setting. A number of threads is reached by adding some, or by letting the newest end; another capacity by a
   * thread of its own, which needs the lock like anybody else.
   */
  set(name: string, value: Plain): void {
    Object.assign(this.settings, { [name]: value });
    if (name === "capacity") this.#resize();
    if (name === "scheduler") {
      this.kernel.scheduler = value === "seeded" ? seeded(this.#random.fork("scheduler")) : firstCome;
    }
    if (name === "producers") this.#adjust("producer", Number(value), () => this.addProducer());
    if (name === "consumers") this.#adjust("consumer", Number(value), () => this.addConsumer());
  }

  /** @throws RangeError when there are 200 already @throws Closed when the queue is draining */
  addProducer(): LaneThread {
    return this.#startProducer(Number.POSITIVE_INFINITY, true);
  }

  /** A producer that makes so many items without taking time over it, and ends. */
  burst(items: number): LaneThread {
    return this.#startProducer(items, false);
  }

  /** @throws RangeError when there are 200 already */
  addConsumer(): LaneThread {
    this.#refuseMore("consumer");
    const index = this.#consumers++;
    const random = this.#random.fork(`consumer ${index}`);
    return this.start(`C${index}`, "consumer", (thread) => this.#consume(thread, random));
  }

  /** Let the newest thread of a kind end after what it is at. @throws RangeError when there is none that goes on */
  remove(role: "producer" | "consumer"): LaneThread {
    const thread = this.alive(role).findLast(({ stopping }) => !stopping);
    if (thread === undefined) throw new RangeError(`there is no ${role} that goes on`);
    this.stop(thread);
    return thread;
  }

  stop(thread: LaneThread): void {
    thread.stopping = true;
    this.touch(thread);
  }

  /** The producers end after what they are at. */
  stopProducers(): void {
    for (const thread of this.alive("producer")) this.stop(thread);
  }

  /** The producers end, the queue is closed when the last has ended, and the consumers end when they have emptied it. */
  drain(): void {
    this.#isDraining = true;
    this.stopProducers();
    this.#closeWhenDone();
  }

  override kill(thread: LaneThread): void {
    super.kill(thread);
    this.#closeWhenDone();
  }

  #startProducer(items: number, takesTime: boolean): LaneThread {
    if (this.#isDraining) throw new Closed();
    this.#refuseMore("producer");
    const index = this.#producers++;
    return this.start(`P${index}`, "producer", (thread) =>
      this.#produce(thread, lettersOf(index), items, takesTime),
    );
  }

  *#produce(thread: LaneThread, letters: string, items: number, takesTime: boolean): Process {
    for (let made = 1; made <= items && !thread.stopping; made++) {
      if (takesTime) {
        thread.mode = "producing";
        yield sleep(this.settings.produceTime * thread.slowness);
      } else {
        yield pause();
      }
      thread.mode = "ready";
      this.make(thread, letters + made);
      this.did("make");
      yield pause();
      yield* this.#offer(thread);
    }
    this.#closeWhenDone(thread);
  }

  /** Put what the producer holds; on no room, do what the setting says. */
  *#offer(thread: LaneThread): Process {
    while (thread.hand !== null) {
      try {
        yield* this.put(thread, { timeout: this.settings.putTimeout });
      } catch (error) {
        if (!(error instanceof Full)) throw error;
        yield* this.#giveWay(thread);
      }
    }
  }

  *#giveWay(thread: LaneThread): Process {
    this.flow.backpressure += 1;
    yield pause();
    const { onFull } = this.settings;
    if (onFull === "drop") {
      this.end(thread, "dropped");
      this.did("drop");
    } else if (onFull === "add-consumer" && this.alive("consumer").length < MOST) {
      this.addConsumer();
      this.did("add-consumer");
    } else {
      this.did("back-off");
    }
    thread.mode = "backing-off";
    yield sleep(this.settings.backoff * thread.slowness);
    thread.mode = "ready";
  }

  *#consume(thread: LaneThread, random: Context["random"]): Process {
    while (!thread.stopping) {
      try {
        yield* this.get(thread, { timeout: this.settings.getTimeout });
      } catch (error) {
        if (error instanceof Closed) return;
        if (!(error instanceof Empty)) throw error;
        yield pause();
        continue;
      }
      const { processingMin, processingMax } = this.settings;
      thread.mode = "processing";
      yield sleep(random.whole(processingMin, Math.max(processingMin, processingMax)) * thread.slowness);
      thread.mode = "ready";
      this.#finish(thread);
      yield pause();
    }
  }

  #finish(thread: LaneThread): void {
    const { now } = this.kernel;
    this.flow.passed(now, now - (thread.hand?.made ?? now), this.settings.alarm);
    this.end(thread, "consumed");
    this.did("consume");
  }

  /** Once the last producer has ended, or is about to, a thread of its own closes the queue. */
  #closeWhenDone(ending?: LaneThread): void {
    const others = this.alive("producer").filter((thread) => thread !== ending);
    const isDue = this.#isDraining && !this.queue.closed && this.#closer?.hasEnded !== false;
    if (!isDue || others.length > 0) return;
    this.#closer = this.start(`X${this.#others++}`, "closer", (thread) => this.close(thread));
  }

  /** One thread at a time changes the capacity, until it is what was asked for last. */
  #resize(): void {
    const shop = this;
    if (this.#resizer?.hasEnded === false) return;
    this.#resizer = this.start(`X${this.#others++}`, "resizer", function* (thread) {
      while (shop.queue.capacity !== shop.settings.capacity)
        yield* shop.resize(thread, shop.settings.capacity);
    });
  }

  #refuseMore(role: "producer" | "consumer"): void {
    if (this.alive(role).length >= MOST) throw new RangeError(`there are ${MOST} ${role}s already`);
  }

  #adjust(role: "producer" | "consumer", count: number, add: () => void): void {
    const going = () => this.alive(role).filter(({ stopping }) => !stopping).length;
    for (let more = count - going(); more > 0; more--) add();
    for (let fewer = going() - count; fewer > 0; fewer--) this.remove(role);
  }
}
