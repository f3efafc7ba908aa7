import type { Condition } from "../../kernel/condition.ts";
import { type Process, pause, sleep } from "../../kernel/wait.ts";
import { CoDel } from "../../structures/flow/co-del.ts";
import { CongestionWindow } from "../../structures/flow/congestion-window.ts";
import { RingBuffer } from "../../structures/ring-buffer.ts";
import type { Context } from "../define-system.ts";
import { grouped } from "../grouped.ts";
import { SeriesBuilder } from "../series.ts";
import { FailureRun, type Switches } from "./failure-run.ts";
import { type FailureState, FLYING, type FlowItem, type Flying, type Waiting } from "./failure-state.ts";
import { RecentCount } from "./recent-count.ts";
import { RecentValues } from "./recent-values.ts";
import { Stage, sourceState } from "./stage.ts";
import { Worker } from "./worker.ts";

/** What a packet takes on the link, in ms: 50 packets/s, 600 kbit/s at 1,500 bytes a packet. */
const SENDING = 20;
/** To the receiver and back without any waiting, in ms. */
const ROUND_TRIP = 100;
/** The call sends a packet so often, in ms. */
const CALL = 50;
/** A sender that hears nothing for so long takes everything under way for lost, in ms. */
const RETRANSMISSION = 1_000;

interface Settings extends Switches {
  readonly capacity: number;
  readonly target: number;
  readonly interval: number;
  readonly limit: number;
}

/** A call and a download share one link. */
export class BufferBloatRun extends FailureRun<Settings> {
  readonly #link = new Worker("link", this.kernel);
  readonly #buffer: Stage;
  readonly #mayMove: Condition;
  readonly #sent: Condition;
  readonly #way = new RingBuffer<Flying>(ROUND_TRIP / SENDING + 2);
  readonly #sends = new RecentCount();
  readonly #arrivals = new RecentCount();
  readonly #recent = new RecentValues();
  readonly #trips = new SeriesBuilder("samples", { width: 20 });
  readonly #depth = new SeriesBuilder("level", { width: 20 });
  #window = new CongestionWindow();
  /** Packets of the download that are neither acknowledged nor known to be lost, oldest first. */
  #underWay: number[] = [];
  #latest = -1;
  #coDel = new CoDel<Waiting>();
  /** What had been taken from the buffer and dropped when CoDel was switched last. */
  #before = { came: 0, dropped: 0 };

  constructor(settings: Settings, context: Context) {
    super(settings, context);
    const { kernel } = this;
    this.#buffer = new Stage(
      { name: "buffer", title: "buffer and link", column: 1 },
      settings.capacity,
      [this.#link],
      kernel,
      this.code,
    );
    this.#mayMove = kernel.condition("acknowledgement");
    this.#sent = kernel.condition("packet on its way");
    kernel.spawn("call", this.#call());
    kernel.spawn("download", this.#download());
    kernel.spawn("link", this.#transmit());
    kernel.spawn("receiver", this.#receive());
  }

  burst(packets: number): number {
    let accepted = 0;
    for (let i = 0; i < packets; i++) if (this.#send(this.make("burst", "b", 3))) accepted += 1;
    return accepted;
  }

  protected override adjusted(parameter: string): void {
    if (parameter === "remedy") {
      this.#coDel = new CoDel();
      this.#before = { came: this.#taken(), dropped: this.gone("dropped") };
    }
    if (parameter === "fault") {
      this.#window = new CongestionWindow();
      this.#underWay = [];
      this.#mayMove.notify();
    }
  }

  *#call(): Process {
    const random = this.random.fork("call");
    for (;;) {
      yield sleep(CALL + random.whole(-10, 10));
      const item = this.make("call", "c", 1);
      this.tell(this.#send(item) ? "send" : "refuse", { item: item.name });
    }
  }

  *#download(): Process {
    for (;;) {
      if (!this.faulty || this.#underWay.length >= Math.floor(this.#window.size)) {
        const patience = this.#underWay.length > 0 ? RETRANSMISSION : Number.POSITIVE_INFINITY;
        if (!(yield this.#mayMove.wait(patience))) this.#timeOut();
        continue;
      }
      const item = this.make("download", "d", 0);
      this.#underWay.push(item.id);
      this.#latest = item.id;
      this.tell(this.#send(item) ? "send" : "refuse", { item: item.name });
      yield pause();
    }
  }

  #timeOut(): void {
    this.#underWay = [];
    this.#runWindow("timedOut", (window) => window.timedOut(this.#latest));
    this.tell("time-out");
  }

  #send(item: FlowItem): boolean {
    this.#sends.note(this.kernel.now);
    const accepted = this.#buffer.put(item);
    if (!accepted) this.leave(item, "buffer", "refused");
    this.#noteDepth();
    return accepted;
  }

  *#transmit(): Process {
    for (;;) {
      const packet = this.#next();
      if (packet === undefined) {
        yield this.#buffer.notEmpty.wait();
        continue;
      }
      const { item } = packet;
      this.#link.work(item, `sends ${item.name}`, SENDING);
      this.tell("transmit", { item: item.name, waited: Math.round(this.kernel.now - packet.joined) });
      yield sleep(SENDING);
      this.#buffer.finished(packet);
      this.#link.rest();
      const { now } = this.kernel;
      this.#way.push(
        Object.freeze({ item, from: "buffer", to: "receiver", since: now, until: now + ROUND_TRIP }),
      );
      this.#sent.notify();
      this.tell("pass-on", { item: item.name });
      yield pause();
    }
  }

  #next(): Waiting | undefined {
    const { queue } = this.#buffer;
    const waiting = {
      take: () => this.#buffer.take(),
      get size() {
        return queue.size;
      },
    };
    const packet = this.remedied
      ? this.code.run({ structure: "CoDel", method: "dequeue" }, this.#coDel, () =>
          this.#coDel.dequeue(this.kernel.now, waiting, this.settings, ({ item }) => this.#drop(item)),
        )
      : waiting.take();
    this.#noteDepth();
    return packet;
  }

  #drop(item: FlowItem): void {
    this.leave(item, "buffer", "dropped");
    this.tell("drop", { item: item.name });
  }

  /** Packets come to the receiver one after the other, and their acknowledgement to the sender. */
  *#receive(): Process {
    for (;;) {
      const first = this.#way.peek();
      if (first === undefined) {
        yield this.#sent.wait();
        continue;
      }
      if (first.until > this.kernel.now) yield sleep(first.until - this.kernel.now);
      this.#way.pop();
      this.#receipt(first.item);
      yield pause();
    }
  }

  #receipt(item: FlowItem): void {
    const { now } = this.kernel;
    const trip = now - item.made;
    this.leave(item, "receiver", "done");
    this.#arrivals.note(now);
    this.#recent.add(trip);
    this.#trips.note(now, trip);
    if (item.kind === "download") this.#acknowledge(item.id);
    this.tell("receive", { item: item.name, trip: Math.round(trip) });
  }

  /** The way keeps the order, so whatever was sent before an acknowledged packet and is not acknowledged is lost. */
  #acknowledge(id: number): void {
    const place = this.#underWay.indexOf(id);
    if (place < 0) return;
    const lost = this.#underWay.slice(0, place);
    this.#underWay = this.#underWay.slice(place + 1);
    for (const number of lost) this.#runWindow("lost", (window) => window.lost(number, this.#latest));
    // What narrows the window is worth more on show than what comes with it.
    if (lost.length > 0) this.#window.acknowledged(id);
    else this.#runWindow("acknowledged", (window) => window.acknowledged(id));
    this.#mayMove.notify();
  }

  #runWindow(method: "acknowledged" | "lost" | "timedOut", call: (window: CongestionWindow) => void): void {
    this.code.run({ structure: "CongestionWindow", method }, this.#window, () => call(this.#window));
  }

  #noteDepth(): void {
    this.#depth.note(this.kernel.now, this.#buffer.queue.size);
  }

  override snapshot(): FailureState {
    const { now } = this.kernel;
    const { limit } = this.settings;
    const p99 = Math.round(this.#recent.p99 ?? 0);
    const depth = this.#buffer.queue.size;
    const acting = this.remedied && this.#coDel.dropping;
    return Object.freeze({
      ...this.common({
        queued: depth,
        inWork: this.#link.state.item === null ? 0 : 1,
        onTheWay: this.#way.size,
      }),
      stages: [
        sourceState(
          { name: "senders", title: "senders", column: 0 },
          this.#sends.count(now),
          this.#senderWords(),
        ),
        this.#buffer.snapshot(
          depth === 0 ? "nobody waits for the link" : `the last to come waits ${grouped(depth * SENDING)} ms`,
        ),
        sourceState(
          { name: "receiver", title: "receiver", column: 2 },
          this.#arrivals.count(now),
          this.#recent.p99 === null ? "nothing has come yet" : `last round trips: p99 ${grouped(p99)} ms`,
        ),
      ],
      flying: Object.freeze([...this.#way].slice(0, FLYING)),
      charts: [
        {
          name: "roundTrip",
          title: "round trip",
          unit: "ms",
          series: this.#trips.snapshot(),
          limit: { words: `limit ${grouped(limit)} ms`, high: limit },
        },
        { name: "depth", title: "packets in the buffer", unit: "packets", series: this.#depth.snapshot() },
      ],
      counters: [
        { name: "p99", title: "round trip p99", value: this.#recent.p99 === null ? null : p99, unit: "ms" },
        { name: "queued", title: "in the buffer", value: depth, unit: "" },
        { name: "done", title: "received", value: this.gone("done"), unit: "" },
        { name: "rate", title: "over the link", value: this.#buffer.departures.count(now), unit: "/s" },
        { name: "dropped", title: "dropped by CoDel", value: this.gone("dropped"), unit: "" },
        { name: "droppedShare", title: "share dropped", value: this.#droppedShare(), unit: "%" },
        { name: "refused", title: "no room", value: this.gone("refused"), unit: "" },
      ],
      fault: {
        ...this.faultSwitch,
        stage: "senders",
        words: this.faulty ? "a download fills whatever room there is" : "only a call uses the link",
      },
      remedy: {
        ...this.remedySwitch,
        name: "CoDel",
        acting,
        gate: null,
        stage: "buffer",
        words: !this.remedied
          ? "CoDel is off: a packet goes lost only when the buffer is full"
          : acting
            ? `CoDel has dropped ${this.#droppedWords()}: a sender with a long round trip slows down late`
            : `CoDel watches how long packets wait; it has dropped ${this.#droppedWords()}`,
      },
      symptom: {
        title: "round trip p99",
        value: p99,
        limit,
        unit: "ms",
        bad: p99 > limit,
        words:
          this.#recent.p99 === null
            ? "no packet has come through yet"
            : `of the last 100 round trips, 99 in 100 took ${grouped(p99)} ms or less; the limit is ${grouped(limit)} ms`,
      },
    });
  }

  /** Packets that have left the buffer, for the link or dropped. */
  #taken(): number {
    return this.arrived - this.gone("refused") - this.#buffer.queue.size;
  }

  /** What CoDel has taken from the buffer since it was switched on, and what it dropped of that. */
  #sinceSwitched() {
    return {
      came: this.#taken() - this.#before.came,
      dropped: this.gone("dropped") - this.#before.dropped,
    };
  }

  /** In %; null while CoDel is off or nothing has come to it. */
  #droppedShare(): number | null {
    const { came, dropped } = this.#sinceSwitched();
    return !this.remedied || came <= 0 ? null : Math.round((100 * dropped) / came);
  }

  #droppedWords(): string {
    const { came, dropped } = this.#sinceSwitched();
    return `${grouped(dropped)} of ${grouped(came)} packets`;
  }

  #senderWords(): string {
    if (!this.faulty) return "a call sends 20 packets a second";
    return `the download may have ${grouped(Math.floor(this.#window.size))} packets under way`;
  }
}
