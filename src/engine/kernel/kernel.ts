import { Condition } from "./condition.ts";
import { ProcessFailure } from "./process-failure.ts";
import type { Quiescence } from "./quiescence.ts";
import { firstCome, type Scheduler } from "./scheduler.ts";
import type { Task } from "./task.ts";
import { Timers } from "./timers.ts";
import type { Trace } from "./trace.ts";
import type { Process, Wait } from "./wait.ts";

/**
 * A discrete-event kernel with a virtual clock, in the manner of SimPy. Events are ordered by time, then by
 * the order in which they were scheduled: a total order, so the same program gives the same run.
 */
export class Kernel {
  /** Virtual time in ms. */
  now = 0;
  /** Called after each event of the kernel's own: spawn, sleep, wait, wake, timeout, finish, kill, fail, halt, resume. */
  trace: Trace | undefined;
  scheduler: Scheduler;
  /** How many steps there have been. */
  steps = 0;
  readonly #ready: Task[] = [];
  readonly #tasks = new Map<string, Task>();
  readonly #timers = new Timers();
  #running: Task | undefined;
  #moved: string | null = null;

  constructor({ scheduler = firstCome, trace }: { scheduler?: Scheduler; trace?: Trace } = {}) {
    this.scheduler = scheduler;
    this.trace = trace;
  }

  condition(name: string): Condition {
    return new Condition(name, this);
  }

  /**
   * Start a process. It takes its first step when the scheduler chooses it.
   *
   * @throws Error when a process of that name is still alive
   */
  spawn(name: string, process: Process<unknown>): Task {
    if (this.#tasks.has(name)) throw new Error(`there is a process named “${name}” already`);
    const task: Task = {
      name,
      process,
      state: "ready",
      condition: undefined,
      due: Number.POSITIVE_INFINITY,
      epoch: 0,
      answer: true,
      halted: false,
    };
    this.#tasks.set(name, task);
    this.#ready.push(task);
    this.trace?.("spawn", { process: name });
    return task;
  }

  /** The processes that are alive, in the order in which they were started. */
  get tasks(): readonly Task[] {
    return [...this.#tasks.values()];
  }

  /** The names of those that could move now, longest ready first. */
  get ready(): readonly string[] {
    return this.#ready.map((task) => task.name);
  }

  /** Those that could move now, longest ready first: the list itself, which changes as they move. */
  get readyTasks(): readonly Task[] {
    return this.#ready;
  }

  /** The name of the process that is moving, or unwinding because it was killed; undefined between two steps. */
  get running(): string | undefined {
    return this.#running?.name;
  }

  /** The name of the process that moved in the last step; null when only the clock did. */
  get moved(): string | null {
    return this.#moved;
  }

  /** When the next sleep ends or wait gives up, in ms; Infinity if there is none. */
  get nextTime(): number {
    return this.#timers.next;
  }

  /**
   * End a process wherever it stands, also in mid-wait. Its `finally` blocks run; nothing else of it does. A process that
   * is in mid-step, such as one that kills itself, ends where it yields next.
   *
   * @throws ProcessFailure when a `finally` block of it throws
   */
  kill(task: Task): void {
    if (!this.isAlive(task)) return;
    const isRunning = task.state === "running";
    const room = task.condition?.waiting;
    room?.splice(room.indexOf(task), 1);
    if (task.state === "ready" && !task.halted) this.#ready.splice(this.#ready.indexOf(task), 1);
    this.#retire(task, "killed");
    this.trace?.("kill", { process: task.name });
    if (!isRunning) this.#unwind(task);
  }

  /**
   * Halt a process until it is resumed: it is not chosen to move. Its sleep ends, its wait gives up and it is notified as
   * ever, only it does nothing about it. A process that is in mid-step halts where it yields next.
   */
  halt(task: Task): void {
    if (task.halted || !this.isAlive(task)) return;
    task.halted = true;
    if (task.state === "ready") this.#ready.splice(this.#ready.indexOf(task), 1);
    this.trace?.("halt", { process: task.name });
  }

  /** Let a halted process go on; if it could move, it is the last in line. */
  resume(task: Task): void {
    if (!task.halted || !this.isAlive(task)) return;
    task.halted = false;
    if (task.state === "ready") this.#ready.push(task);
    this.trace?.("resume", { process: task.name });
  }

  /** True until a process has finished, failed or been killed. */
  isAlive(task: Task): boolean {
    return this.#tasks.get(task.name) === task;
  }

  /** Make a sleeping or waiting task ready. Used by conditions and timers. */
  wake(task: Task, answer: boolean, mark: string, detail: { condition?: string } = {}): void {
    task.epoch += 1;
    task.state = "ready";
    task.condition = undefined;
    task.due = Number.POSITIVE_INFINITY;
    task.answer = answer;
    if (!task.halted) this.#ready.push(task);
    this.trace?.(mark, { process: task.name, ...detail });
  }

  /**
   * The smallest step: one process moves to its next wait; or, when none is ready, the clock moves to the next timer and
   * whoever's time has come becomes ready.
   *
   * @param choice the name of the process to move, in the scheduler's stead
   * @returns false when nothing could move: see {@link quiescence}
   * @throws RangeError when the chosen process is not ready
   * @throws ProcessFailure when the process throws; it is retired, and the others can go on
   */
  step(choice?: string): boolean {
    if (choice === undefined && this.#ready.length === 0) return this.#advance();
    this.#step(this.#take(choice));
    return true;
  }

  #take(choice: string | undefined): Task {
    const place =
      choice === undefined
        ? this.scheduler(this.#ready)
        : this.#ready.findIndex(({ name }) => name === choice);
    const task = this.#ready[place];
    if (task === undefined) {
      const chosen =
        choice === undefined
          ? `the scheduler chose ${place} of ${this.#ready.length} ready processes`
          : `“${choice}” cannot move now; ready: ${this.ready.join(", ") || "nobody"}`;
      throw new RangeError(chosen);
    }
    if (place === 0) this.#ready.shift();
    else this.#ready.splice(place, 1);
    return task;
  }

  #step(task: Task): void {
    task.state = "running";
    this.steps += 1;
    this.#running = task;
    this.#moved = task.name;
    const moved = this.#move(task);
    if (!this.isAlive(task)) {
      if (!moved.done) this.#unwind(task);
    } else if (moved.done) {
      this.#retire(task, "finished");
      this.trace?.("finish", { process: task.name });
    } else {
      this.#suspend(task, moved.value);
    }
    this.#running = undefined;
  }

  /**
   * Step until the clock would pass `until`, or nothing can move.
   *
   * @param until virtual time in ms; the clock stands there afterwards unless it is Infinity
   */
  run(until = Number.POSITIVE_INFINITY): void {
    while ((this.#ready.length > 0 || this.nextTime <= until) && this.step());
    if (until !== Number.POSITIVE_INFINITY && this.now < until) this.now = until;
  }

  /**
   * Let time pass in which nothing happens.
   *
   * @param until virtual time in ms, before the next timer
   * @throws RangeError when somebody would have moved until then, or the time is over
   */
  idle(until: number): void {
    if (this.#ready.length > 0 || until > this.nextTime || until < this.now) {
      throw new RangeError(`nothing happens from ${this.now} to ${this.nextTime} ms; got ${until}`);
    }
    this.now = until;
    this.#moved = null;
  }

  quiescence(): Quiescence {
    if (this.#ready.length > 0 || this.nextTime !== Number.POSITIVE_INFINITY) return { kind: "active" };
    if (this.#tasks.size === 0) return { kind: "finished" };
    return {
      kind: "asleep",
      waiting: this.tasks.map((task) => ({
        process: task.name,
        on: task.condition?.name ?? (task.halted ? "being resumed" : "nothing"),
      })),
    };
  }

  #move(task: Task): IteratorResult<Wait, unknown> {
    try {
      return task.process.next(task.answer);
    } catch (error) {
      throw this.#failure(task, error);
    }
  }

  /** Run the `finally` blocks of a process that has been killed, as that process. */
  #unwind(task: Task): void {
    const running = this.#running;
    this.#running = task;
    try {
      task.process.return(undefined);
    } catch (error) {
      throw this.#failure(task, error);
    } finally {
      this.#running = running;
    }
  }

  #failure(task: Task, error: unknown): ProcessFailure {
    this.#running = undefined;
    const failure = new ProcessFailure(task.name, error);
    if (this.isAlive(task)) this.#retire(task, "failed");
    this.trace?.("fail", { process: task.name, error: failure.message, reason: reasonOf(error) });
    return failure;
  }

  #suspend(task: Task, wait: Wait): void {
    if (wait.for === "turn") {
      task.state = "ready";
      task.answer = true;
      if (!task.halted) this.#ready.push(task);
      return;
    }
    if (wait.for === "time") {
      task.state = "sleeping";
      this.#setTimer(task, wait.duration);
      this.trace?.("sleep", { process: task.name, until: task.due });
      return;
    }
    task.state = "waiting";
    task.condition = wait.condition;
    wait.condition.waiting.push(task);
    this.#setTimer(task, wait.timeout);
    this.trace?.("wait", { process: task.name, condition: wait.condition.name, until: task.due });
  }

  #setTimer(task: Task, duration: number): void {
    task.due = this.now + duration;
    if (task.due !== Number.POSITIVE_INFINITY) this.#timers.set(task, task.due);
  }

  /** Move the clock to the next timer and ring all that are due then, before any process moves. */
  #advance(): boolean {
    const time = this.#timers.next;
    if (time === Number.POSITIVE_INFINITY) return false;
    this.now = time;
    this.steps += 1;
    this.#moved = null;
    for (let task = this.#timers.take(time); task !== undefined; task = this.#timers.take(time)) {
      this.#ring(task);
    }
    return true;
  }

  #ring(task: Task): void {
    const room = task.condition;
    if (room === undefined) {
      this.wake(task, true, "wake");
      return;
    }
    room.waiting.splice(room.waiting.indexOf(task), 1);
    this.wake(task, false, "timeout", { condition: room.name });
  }

  #retire(task: Task, state: "finished" | "killed" | "failed"): void {
    task.epoch += 1;
    task.state = state;
    task.condition = undefined;
    this.#tasks.delete(task.name);
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
