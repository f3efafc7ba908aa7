import type { Running } from "../define-system.ts";
import type { LanesState, ThreadState } from "./lanes-state.ts";

/** Where each thread stands that is in a call of the queue: first the one that moved last, then in the order of the threads. */
export function runningThreads({ queue, threads, moved }: LanesState): readonly Running[] {
  const inCall = [...threads].filter((thread) => thread.call !== null);
  const first = inCall.filter(({ name }) => name === moved);
  const others = inCall.filter(({ name }) => name !== moved);
  return [...first, ...others].map((thread) => placeOf(thread, queue.structure));
}

function placeOf({ name, call }: ThreadState, structure: string): Running {
  return { structure, method: call?.method ?? "", marks: call?.marks ?? [], thread: name };
}
