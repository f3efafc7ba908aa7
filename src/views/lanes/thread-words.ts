import type { Activity, LanesState, ThreadState } from "../../engine/systems/lanes/lanes-state.ts";
import { left } from "./time-words.ts";

/** What a thread is called on its card, the longest form first: its name, and of a thread without a lane what it is for. */
export function titles({ name, role }: ThreadState): readonly string[] {
  if (role === "closer") return [`${name} closes the queue`, `${name} closes`, name];
  if (role === "resizer") return [`${name} changes the capacity`, `${name} resizes`, name];
  return [name];
}

/** What a thread is at, to be read below its name: several ways to say it, the longest first. */
export function waysToSay(thread: ThreadState): readonly string[] {
  const room = thread.room === null || thread.room === "lock" ? [] : [`on ${thread.room}`, thread.room];
  return [doing(thread), thread.doing, ...room, shortDoing(thread)];
}

function doing(thread: ThreadState): string {
  if (thread.activity === "failed" && thread.error !== null) return `failed: ${thread.error}`;
  const slow = thread.slowness > 1 ? ` · ${thread.slowness}× slower` : "";
  return `${thread.doing}${slow}${isStopping(thread) ? " · stopping" : ""}`;
}

const SHORT: { readonly [activity in Activity]: string } = {
  ready: "ready",
  producing: "produces",
  "backing-off": "backs off",
  processing: "processes",
  calling: "calls",
  waiting: "waits",
  "locked-out": "locked out",
  paused: "paused",
  finished: "finished",
  killed: "killed",
  failed: "failed",
};

/** The same in a word or two. */
function shortDoing({ activity }: ThreadState): string {
  return SHORT[activity];
}

/** The same as a sentence. */
export function threadSentence(state: LanesState, thread: ThreadState): string {
  const [, ...more] = facts(state, thread);
  return `${[`${thread.name} ${thread.doing}`, ...more, ...(thread.canMove ? ["can move"] : [])].join(", ")}.`;
}

/** Its accessible name: who it is, whether it can move, what it is at and how long still. */
export function threadName(state: LanesState, thread: ThreadState): string {
  return facts(state, thread).join(", ");
}

function facts(state: LanesState, thread: ThreadState): readonly string[] {
  const rest = left(thread, state.time);
  return [
    `${thread.name}${thread.canMove ? " can move: " : ", "}${thread.doing}`,
    ...(rest === "" ? [] : [`${rest} left`]),
    ...(thread.item === null ? [] : [`${thread.item.name} in its hand`]),
    ...(thread.holdsLock ? ["holds the lock"] : []),
    ...(thread.slowness > 1 ? [`${thread.slowness} times slower`] : []),
    ...(isStopping(thread) ? ["will stop"] : []),
    ...(thread.error === null ? [] : [thread.error]),
    ...(thread.name === state.moved ? ["moved last"] : []),
  ];
}

/** It is to end, and has not yet. */
function isStopping({ stopping, activity }: ThreadState): boolean {
  return stopping && activity !== "finished" && activity !== "killed" && activity !== "failed";
}
