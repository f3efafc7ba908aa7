import { Kernel } from "../../kernel/kernel.ts";
import { PersistentVector } from "../../kernel/persistent-vector.ts";
import { quiescenceInWords } from "../../kernel/quiescence.ts";
import type { Task } from "../../kernel/task.ts";
import type { Trace } from "../../kernel/trace.ts";
import type { Process } from "../../kernel/wait.ts";
import type { Patience } from "../../structures/blocking-queue-errors.ts";
import type { BoundedBlockingQueue } from "../../structures/bounded-blocking-queue.ts";
import type { Context } from "../define-system.ts";
import { Flow } from "./flow.ts";
import { LaneThread } from "./lane-thread.ts";
import type { Item, LanesState, ThreadState } from "./lanes-state.ts";
import { Ledger } from "./ledger.ts";
import { type QueueCode, queueOf, queueStructure } from "./queue-codes.ts";
import { QueuePicture } from "./queue-picture.ts";

/** So many ended threads stay on show; the longest ended go first. */
const ENDED = 8;
/** So many names of one waiting room are told. */
const NAMES = 64;

/** Producers and consumers round one queue, and what is to be seen of them. */
export class Lanes {
  readonly kernel: Kernel;
  readonly queue: BoundedBlockingQueue<Item>;
  readonly ledger = new Ledger();
  readonly flow = new Flow();
  readonly threads = new Map<string, LaneThread>();
  readonly #trace: Trace;
  readonly #timed: boolean;
  readonly #picture: QueuePicture;
  readonly #touched = new Set<LaneThread>();
  #list = PersistentVector.filled<ThreadState | null>(0, null);
  readonly #ended: LaneThread[] = [];
  #failed = 0;
  #items = 0;
  #leaving: { readonly told: NonNullable<LanesState["leaving"]>; readonly step: number } | null = null;
  #runnable: readonly string[] = [];
  #rooms: LanesState["rooms"] = { notFull: [], notEmpty: [], lock: [] };

  /** @param timed whether anything in it takes time */
  constructor(code: QueueCode, capacity: number, { trace }: Pick<Context, "trace">, timed = true) {
    this.#trace = trace;
    this.#timed = timed;
    this.kernel = new Kernel({
      trace: (mark, detail) => this.#happened(mark, String(detail?.process), String(detail?.reason)),
    });
    this.queue = queueOf<Item>(code, capacity, this.kernel);
    this.#picture = new QueuePicture(this.queue, queueStructure[code]);
    this.queue.trace = (mark) => this.#observe(mark);
  }

  /** An item that takes more ms than this is late; null where it is not measured. */
  protected get alarm(): number | null {
    return null;
  }

  /** Start a thread. @throws Error when a thread of that name is alive */
  start(name: string, role: ThreadState["role"], body: (thread: LaneThread) => Process): LaneThread {
    const thread = new LaneThread(name, role, this.kernel.now);
    thread.place = this.#list.length;
    thread.task = this.kernel.spawn(name, body(thread));
    this.threads.set(name, thread);
    this.#list = this.#list.push(null);
    this.#touched.add(thread);
    return thread;
  }

  /** The thread of a name. @throws RangeError when there is none that is alive */
  find(name: string): LaneThread {
    const thread = this.threads.get(name);
    if (thread !== undefined && !thread.hasEnded) return thread;
    const alive = this.alive().map((each) => each.name);
    throw new RangeError(`there is no thread “${name}”; there are ${alive.join(", ") || "none"}`);
  }

  /** The threads that are alive, in the order in which they were started. */
  alive(role?: ThreadState["role"]): LaneThread[] {
    return [...this.threads.values()].filter(
      (thread) => !thread.hasEnded && (role === undefined || thread.role === role),
    );
  }

  /** Something of a thread has changed that the kernel does not tell of. */
  touch(thread: LaneThread): void {
    thread.notice(this.kernel.now);
    this.#touched.add(thread);
  }

  /** A thing of the system's own was done. */
  did(mark: string): void {
    this.#trace(mark);
  }

  /** A producer makes an item and has it in its hand. */
  make(thread: LaneThread, name: string): void {
    const item = Object.freeze({ id: this.#items++, name, producer: thread.name, made: this.kernel.now });
    thread.hand = item;
    this.ledger.made(item);
    this.touch(thread);
  }

  /** Put what a producer has in its hand. */
  *put(thread: LaneThread, patience: Patience): Process {
    thread.beginCall("put", this.kernel.now);
    try {
      yield* this.queue.put(thread.hand as Item, patience);
    } finally {
      this.#endCall(thread);
    }
  }

  /** Get an item into a consumer's hand. */
  *get(thread: LaneThread, patience: Patience): Process {
    thread.beginCall("get", this.kernel.now);
    try {
      thread.hand = yield* this.queue.get(patience);
    } finally {
      this.#endCall(thread);
    }
  }

  *close(thread: LaneThread): Process {
    thread.beginCall("close", this.kernel.now);
    try {
      yield* this.queue.close();
      thread.outcome = "has closed the queue";
    } finally {
      this.#endCall(thread);
    }
  }

  *resize(thread: LaneThread, capacity: number): Process {
    thread.beginCall("resize", this.kernel.now);
    try {
      yield* this.queue.resize(capacity);
      thread.outcome = `has changed the capacity to ${capacity}`;
    } finally {
      this.#endCall(thread);
    }
  }

  /** What a thread has in its hand ends there. */
  end(thread: LaneThread, how: "consumed" | "dropped" | "lost"): void {
    const item = thread.hand;
    if (item === null) return;
    thread.hand = null;
    this.ledger.end(item, how);
    this.#leaving = { told: Object.freeze({ item, from: thread.name, how }), step: this.kernel.steps };
    this.touch(thread);
  }

  kill(thread: LaneThread): void {
    this.kernel.kill(thread.task);
    this.end(thread, "lost");
    this.queue.repair();
  }

  /** What is on show of the last step goes. */
  begin(): void {
    this.#leaving = null;
  }

  snapshot(): LanesState {
    const { kernel, queue, ledger, flow } = this;
    this.#refresh();
    const { readyTasks } = kernel;
    this.#runnable = namesOf(readyTasks, this.#runnable);
    const nextTime = kernel.nextTime === Number.POSITIVE_INFINITY ? null : kernel.nextTime;
    const crowd = {
      runnable: readyTasks.length,
      notFull: queue.notFull.waiting.length,
      notEmpty: queue.notEmpty.waiting.length,
      lock: queue.lock.room.waiting.length,
    };
    return Object.freeze({
      time: kernel.now,
      timed: this.#timed,
      queue: this.#picture.snapshot(),
      threads: this.#list as PersistentVector<ThreadState>,
      runnable: this.#runnable,
      nextTime,
      moved: kernel.moved,
      lock: queue.lock.holder,
      rooms: this.#namesInRooms(),
      crowd,
      account: ledger.account(),
      faults: { vanished: ledger.vanished, outOfOrder: ledger.outOfOrder, failed: this.#failed },
      alarm: this.alarm,
      ...flow.snapshot(),
      leaving: this.#leaving?.step === kernel.steps ? this.#leaving.told : null,
      asleep: readyTasks.length > 0 || nextTime !== null ? null : this.#asleep(),
    });
  }

  #namesInRooms(): LanesState["rooms"] {
    const { notFull, notEmpty, lock } = this.queue;
    const before = this.#rooms;
    const now = {
      notFull: namesOf(notFull.waiting, before.notFull),
      notEmpty: namesOf(notEmpty.waiting, before.notEmpty),
      lock: namesOf(lock.room.waiting, before.lock),
    };
    const same =
      now.notFull === before.notFull && now.notEmpty === before.notEmpty && now.lock === before.lock;
    if (!same) this.#rooms = Object.freeze(now);
    return this.#rooms;
  }

  #asleep(): string | null {
    const { kernel } = this;
    // Somebody who is halted may be let go on, and is then the one who moves.
    if (kernel.tasks.length === 0 || kernel.tasks.some(({ halted }) => halted)) return null;
    return quiescenceInWords(kernel.quiescence());
  }

  #endCall(thread: LaneThread): void {
    thread.endCall(this.kernel.steps);
    this.touch(thread);
  }

  /** The kernel tells of a thread. */
  #happened(mark: string, name: string, reason: string): void {
    const thread = this.threads.get(name);
    if (thread === undefined) return;
    this.touch(thread);
    this.flow.level(this.kernel.now, this.queue.qsize());
    if (mark === "fail") {
      this.#failed += 1;
      thread.error = reason;
      if (thread.hand !== null) this.ledger.vanish(thread.hand);
      thread.hand = null;
    }
    if (mark === "finish" || mark === "fail" || mark === "kill") {
      this.#ended.push(thread);
      if (this.#ended.length > ENDED) this.#forget(this.#ended.shift() as LaneThread);
    }
  }

  /** The queue tells of the thread that moves. */
  #observe(mark: string): void {
    const thread = this.threads.get(this.kernel.running ?? "");
    if (thread !== undefined) {
      this.touch(thread);
      thread.mark(mark);
      if (mark === "store") this.#store(thread);
      else if (mark === "read") thread.hand = this.queue.items.peek() ?? null;
      else if (mark === "take") this.#take(thread);
      else if (mark === "resize") this.#picture.resized();
    }
    this.#trace(mark);
  }

  #store(thread: LaneThread): void {
    const item = this.#picture.stored();
    if (item !== null) this.ledger.stored(item);
    else if (thread.hand !== null) this.#vanish(thread, thread.hand);
    thread.hand = null;
    this.flow.level(this.kernel.now, this.queue.qsize());
  }

  /** An item that a thread has put is nowhere. */
  #vanish(thread: LaneThread, item: Item): void {
    this.ledger.vanish(item);
    this.#leaving = {
      told: Object.freeze({ item, from: thread.name, how: "lost" }),
      step: this.kernel.steps,
    };
  }

  #take(thread: LaneThread): void {
    const gone = this.#picture.taken();
    thread.hand ??= gone;
    if (thread.hand !== null) this.ledger.taken(thread.hand);
    // Without a lock, what leaves the queue may be another item than the one that was read.
    if (gone !== null && gone !== thread.hand) this.ledger.vanish(gone);
    this.flow.level(this.kernel.now, this.queue.qsize());
  }

  /** Bring the list up to date: of those who have moved or were moved, and no one else. */
  #refresh(): void {
    const { kernel, queue } = this;
    const moved = kernel.moved === null ? undefined : this.threads.get(kernel.moved);
    if (moved !== undefined) this.#touched.add(moved);
    /** Their call is shown this once. */
    const leaving: LaneThread[] = [];
    for (const thread of this.#touched) {
      this.#list = this.#list.with(thread.place, thread.snapshot(kernel, queue.lock.holder));
      if (thread.callEnded === kernel.steps) leaving.push(thread);
    }
    this.#touched.clear();
    for (const thread of leaving) this.#touched.add(thread);
  }

  #forget(thread: LaneThread): void {
    this.#touched.delete(thread);
    this.threads.delete(thread.name);
    const before = this.#list;
    this.#list = PersistentVector.filled<ThreadState | null>(0, null);
    for (const thread of this.threads.values()) {
      this.#list = this.#list.push(before.at(thread.place) ?? null);
      thread.place = this.#list.length - 1;
    }
  }
}

/** The names of the first tasks; the list of before when nothing has changed. */
function namesOf(tasks: readonly Task[], before: readonly string[]): readonly string[] {
  const length = Math.min(tasks.length, NAMES);
  let same = before.length === length;
  for (let i = 0; same && i < length; i++) same = tasks[i]?.name === before[i];
  return same ? before : Object.freeze(tasks.slice(0, length).map(({ name }) => name));
}
