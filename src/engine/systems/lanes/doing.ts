import type { Activity, Item, ThreadState } from "./lanes-state.ts";

/** What {@link doing} needs to know of a thread. */
export interface Told {
  readonly activity: Activity;
  /** What it did last in its call. */
  readonly mark: string | undefined;
  readonly room: ThreadState["room"];
  readonly hand: Item | null;
  readonly role: ThreadState["role"];
  /** Its last wait ended because it was notified, not because the time was up. */
  readonly notified: boolean;
  /** What became of its call, if it was there for one alone. */
  readonly outcome: string | null;
}

/** What a thread is at, in a few words to follow its name. */
export function doing(told: Told): string {
  const item = told.hand?.name ?? "an item";
  switch (told.activity) {
    case "ready":
      return told.outcome ?? (told.hand === null ? "is ready" : `has ${item} in its hand`);
    case "producing":
      return "produces an item";
    case "backing-off":
      return "backs off";
    case "processing":
      return `processes ${item}`;
    case "waiting":
      return `waits on ${told.room}`;
    case "locked-out":
      return "waits for the lock";
    case "paused":
      return "is paused";
    case "finished":
      return told.outcome ?? "has finished";
    case "killed":
      return "was killed";
    case "failed":
      return "has failed";
    case "calling":
      return calling(told, item);
  }
}

function calling({ mark, notified, role }: Told, item: string): string {
  switch (mark) {
    case "lock":
      return "has the lock";
    case "locked-out":
      return "may try the lock again";
    case "find-full":
      return "finds the queue full";
    case "find-empty":
      return "finds the queue empty";
    case "wait":
      return notified ? "was woken, and needs the lock" : "has waited long enough, and needs the lock";
    case "go-on":
      return role === "producer" ? `goes on to store ${item}` : "goes on to take an item";
    case "let-go":
      return "has let go of the lock, and means to store";
    case "store":
      return "has stored its item";
    case "read":
      return `has read ${item}, not yet taken it out`;
    case "take":
      return `has taken ${item}`;
    case "notify":
      return "has told a waiter";
    case "resize":
      return "has changed the capacity";
    case "close":
      return "has closed the queue";
    case "notify-all":
      return role === "resizer" ? "has woken all who wait for room" : "has woken everybody";
    default:
      if (role === "closer") return "closes the queue";
      return role === "resizer" ? "changes the capacity" : "begins its call";
  }
}
