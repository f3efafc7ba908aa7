import TinyQueue from "tinyqueue";
import type { Condition } from "../../kernel/condition.ts";
import type { Kernel } from "../../kernel/kernel.ts";
import type { Task } from "../../kernel/task.ts";
import type { Trace } from "../../kernel/trace.ts";
import { type Process, pause } from "../../kernel/wait.ts";
import type { Flight } from "./log-state.ts";
import type { Message } from "./messages.ts";

/** What becomes of a message: it arrives, its receiver's machine refuses it, or it vanishes without a word. */
export type Link = "open" | "refused" | "silent";

/** What the drawing of a message needs to know of it. */
export type Drawn = Pick<Flight, "kind" | "partition" | "records" | "error"> & {
  /** Where it is drawn to go when that is not its receiver's name. */
  readonly at?: string;
  /** Where it is drawn to come from when that is not its sender’s name. */
  readonly by?: string;
};

export interface Alarm {
  cancelled: boolean;
  readonly due: number;
}

interface Envelope extends Alarm {
  readonly sequence: number;
  readonly from: string;
  readonly to: string;
  readonly message: Message;
  readonly flight: number | null;
  /** It does not travel between machines. */
  readonly local: boolean;
}

interface Mailbox {
  readonly task: Task;
  readonly inbox: Message[];
  readonly room: Condition;
}

/** At most so many messages are shown on their way. */
const MOST_SHOWN = 256;

/**
 * Carries messages between processes, each with a latency, in order on every connection; and wakes processes that asked
 * for it. It is one process itself: each of its steps hands out all that has arrived by then. A process that is not told
 * anything does not move.
 */
export class Network {
  latency: number;
  readonly #kernel: Kernel;
  readonly #tell: Trace;
  readonly #link: (from: string, to: string, message: Message) => Link;
  /** Told of messages that did not arrive. */
  readonly #undelivered: (from: string, to: string, message: Message, link: Link) => void;
  readonly #queue = new TinyQueue<Envelope>([], (a, b) => a.due - b.due || a.sequence - b.sequence);
  readonly #mailboxes = new Map<string, Mailbox>();
  readonly #lastDue = new Map<string, number>();
  readonly #room: Condition;
  readonly #flights = new Map<number, Flight>();
  #shown: readonly Flight[] | undefined = Object.freeze([]);
  #sequence = 0;
  #flightIds = 0;
  /** Until when the process of this sleeps; −∞ while it is awake, Infinity when it waits to be told. */
  #asleepUntil = Number.NEGATIVE_INFINITY;

  constructor(
    kernel: Kernel,
    latency: number,
    tell: Trace,
    link: (from: string, to: string, message: Message) => Link,
    undelivered: (from: string, to: string, message: Message, link: Link) => void,
  ) {
    this.#kernel = kernel;
    this.latency = latency;
    this.#tell = tell;
    this.#link = link;
    this.#undelivered = undelivered;
    this.#room = kernel.condition("traffic");
    kernel.spawn("network", this.#carry());
  }

  /** Start a process of that name which does with each message what `handle` does, one a step. */
  attach(name: string, handle: (message: Message) => void): void {
    const inbox: Message[] = [];
    const room = this.#kernel.condition(`messages for ${name}`);
    const task = this.#kernel.spawn(name, serve(inbox, room, handle));
    this.#mailboxes.set(name, { task, inbox, room });
  }

  /** End the process of that name. What is on its way to it is lost. */
  detach(name: string): void {
    const mailbox = this.#mailboxes.get(name);
    if (mailbox === undefined) return;
    this.#mailboxes.delete(name);
    this.#kernel.kill(mailbox.task);
  }

  /** Forget what a machine that died has received and not yet looked at. */
  empty(name: string): void {
    const inbox = this.#mailboxes.get(name)?.inbox;
    if (inbox !== undefined) inbox.length = 0;
  }

  /** Send a message. Without `drawn` it is not shown. */
  send(from: string, to: string, message: Message, drawn?: Drawn): void {
    const { now } = this.#kernel;
    const connection = `${from}>${to}`;
    const due = Math.max(now + this.latency, this.#lastDue.get(connection) ?? Number.NEGATIVE_INFINITY);
    this.#lastDue.set(connection, due);
    let flight: number | null = null;
    if (drawn !== undefined) {
      flight = this.#flightIds++;
      const { at = to, by = from, ...shown } = drawn;
      this.#flights.set(flight, Object.freeze({ id: flight, from: by, to: at, sent: now, due, ...shown }));
      this.#shown = undefined;
    }
    this.#put({ from, to, message, flight, due, local: false });
  }

  /** Have a process told something after `ms`. */
  alarm(to: string, ms: number, message: Message): Alarm {
    return this.#put({ from: to, to, message, flight: null, due: this.#kernel.now + ms, local: true });
  }

  /** What is on its way and shown, oldest first. */
  get flights(): readonly Flight[] {
    this.#shown ??= Object.freeze(take(this.#flights.values(), MOST_SHOWN));
    return this.#shown;
  }

  #put(envelope: Omit<Envelope, "sequence" | "cancelled">): Envelope {
    const put = { ...envelope, sequence: this.#sequence++, cancelled: false };
    this.#queue.push(put);
    if (put.due < this.#asleepUntil) {
      this.#asleepUntil = Number.NEGATIVE_INFINITY;
      this.#room.notify();
    }
    return put;
  }

  *#carry(): Process {
    for (;;) {
      const delivered = this.#deliverDue();
      const next = this.#next()?.due ?? Number.POSITIVE_INFINITY;
      // Whoever received something will answer, so it looks again when the first answer may arrive.
      const until = delivered ? Math.min(next, this.#kernel.now + this.latency) : next;
      this.#asleepUntil = until;
      yield this.#room.wait(until - this.#kernel.now);
      this.#asleepUntil = Number.NEGATIVE_INFINITY;
    }
  }

  #deliverDue(): boolean {
    let delivered = 0;
    for (let next = this.#next(); next !== undefined && next.due <= this.#kernel.now; next = this.#next()) {
      this.#deliver(next);
      delivered += 1;
    }
    if (delivered > 0) this.#tell("arrive", { messages: delivered });
    return delivered > 0;
  }

  #next(): Envelope | undefined {
    for (;;) {
      const next = this.#queue.peek();
      if (next === undefined || !next.cancelled) return next;
      this.#queue.pop();
    }
  }

  #deliver({ from, to, message, flight, local }: Envelope): void {
    this.#queue.pop();
    if (flight !== null) {
      this.#flights.delete(flight);
      this.#shown = undefined;
    }
    const link = local ? "open" : this.#link(from, to, message);
    const mailbox = this.#mailboxes.get(to);
    if (link !== "open") {
      this.#undelivered(from, to, message, link);
    } else if (mailbox !== undefined) {
      mailbox.inbox.push(message);
      mailbox.room.notify();
    }
  }
}

function* serve(inbox: Message[], room: Condition, handle: (message: Message) => void): Process {
  for (;;) {
    const message = inbox.shift();
    if (message === undefined) {
      yield room.wait();
    } else {
      handle(message);
      yield inbox.length === 0 ? room.wait() : pause();
    }
  }
}

function take<T>(values: Iterable<T>, count: number): T[] {
  const taken: T[] = [];
  for (const value of values) {
    if (taken.length === count) break;
    taken.push(value);
  }
  return taken;
}
