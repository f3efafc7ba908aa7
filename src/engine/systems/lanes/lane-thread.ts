import type { Kernel } from "../../kernel/kernel.ts";
import type { Task } from "../../kernel/task.ts";
import { doing } from "./doing.ts";
import type { Activity, Item, ThreadState } from "./lanes-state.ts";

/** What a thread's own code says that it is at. */
export type Mode = "ready" | "producing" | "backing-off" | "processing" | "calling";

type Room = NonNullable<ThreadState["room"]>;

/** A thread of a system of lanes: what its code does, and what is to be seen of it. */
export class LaneThread {
  readonly name: string;
  readonly role: ThreadState["role"];
  declare task: Task;
  hand: Item | null = null;
  mode: Mode = "ready";
  slowness = 1;
  stopping = false;
  error: string | null = null;
  /** Where it stands in the list of threads. */
  place = 0;
  /** What became of a call that is over, to follow the thread's name: “took A3”. */
  outcome: string | null = null;
  #method = "";
  #marks: readonly string[] = [];
  /** The step of the kernel in which the last call ended; Infinity while one is under way. */
  callEnded = -1;
  /** Virtual time in ms at which the last call began. */
  #called = 0;
  #activity: Activity = "ready";
  #since = 0;

  constructor(name: string, role: ThreadState["role"], now: number) {
    this.name = name;
    this.role = role;
    this.#since = now;
  }

  get hasEnded(): boolean {
    return this.task.state === "finished" || this.task.state === "killed" || this.task.state === "failed";
  }

  beginCall(method: string, now: number): void {
    this.#called = now;
    this.mode = "calling";
    this.#method = method;
    this.#marks = [];
    this.callEnded = Number.POSITIVE_INFINITY;
  }

  endCall(step: number): void {
    this.mode = "ready";
    this.callEnded = step;
  }

  /** It has done one more thing in its call. A round of a loop that came before is forgotten: the place is the same. */
  mark(mark: string): void {
    const last = this.#marks.at(-1);
    if (mark === last || (mark === "release" && last === "wait")) return;
    const before = mark === "wait" ? this.#marks.indexOf("wait") : -1;
    this.#marks = Object.freeze([...(before < 0 ? this.#marks : this.#marks.slice(0, before)), mark]);
  }

  /** Something has happened to it: if it is at something else now, that has begun at this very time. */
  notice(now: number): void {
    const activity = this.#current();
    if (activity === this.#activity) return;
    this.#activity = activity;
    this.#since = now;
  }

  /** What is to be seen of it now. */
  snapshot(kernel: Kernel, holder: string | null): ThreadState {
    const { task, hand, role } = this;
    const activity = this.#activity;
    const mark = this.#marks.at(-1);
    const room = task.state === "waiting" ? ((task.condition?.name ?? null) as Room | null) : null;
    const isTimed = task.due !== Number.POSITIVE_INFINITY && !this.hasEnded;
    const inCall = this.callEnded >= kernel.steps;
    return Object.freeze({
      name: this.name,
      role,
      activity,
      doing: doing({ activity, mark, room, hand, role, notified: task.answer, outcome: this.outcome }),
      room,
      item: hand,
      since: isTimed && room !== null ? this.#called : this.#since,
      until: isTimed ? task.due : null,
      canMove: task.state === "ready" && !task.halted,
      holdsLock: holder === this.name,
      call: inCall ? Object.freeze({ method: this.#method, marks: this.#marks }) : null,
      slowness: this.slowness,
      stopping: this.stopping,
      error: this.error,
    });
  }

  #current(): Activity {
    const { state, halted, condition } = this.task;
    if (state === "finished" || state === "killed" || state === "failed") return state;
    if (halted) return "paused";
    if (state === "waiting") return condition?.name === "lock" ? "locked-out" : "waiting";
    return this.mode;
  }
}
