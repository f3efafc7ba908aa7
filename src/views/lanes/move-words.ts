import type { Frame } from "../../engine/index.ts";
import type { LanesState, ThreadState } from "../../engine/systems/lanes/lanes-state.ts";
import { called } from "../parts/phrases.ts";
import { ms } from "./time-words.ts";

/** What just happened, as a sentence or two. */
export function happened(frame: Frame<LanesState>): string {
  const { cause, state } = frame;
  const { mark, detail, operation, values, process } = cause;
  if (process === null) return `Nobody can move, so the clock goes on to ${ms(state.time)}.`;
  if (process !== undefined) return moved(frame, process);
  switch (mark) {
    case "create":
      return `Here is a queue with room for ${state.queue.capacity}. Nobody has moved yet.`;
    case "time":
      return `The clock goes on to ${ms(state.time)}.`;
    case "call":
      return `${called(operation, values)} begins.`;
    case "return":
      return `${called(operation, values)} is done.${gone(state)}`;
    case "throw":
      return `${called(operation, values)} is refused: ${String(detail.error)}.`;
    default:
      return `${called(operation, values)}: ${mark.replaceAll("-", " ")}.${gone(state)}`;
  }
}

function moved({ cause, state }: Frame<LanesState>, name: string): string {
  const thread = find(state, name);
  if (thread === undefined) return `${name} has gone.${gone(state)}`;
  if (cause.detail.error !== undefined) {
    return `${name} fails: ${thread.error ?? String(cause.detail.error)}.${gone(state)}`;
  }
  // An item that leaves tells it all.
  if (cause.mark === "consume" && state.leaving !== null) return gone(state).trim();
  return `${step(cause.mark, thread, state)}${gone(state)}`;
}

function step(mark: string, thread: ThreadState, state: LanesState): string {
  const { name, role, item } = thread;
  const { size, capacity } = state.queue;
  const room = role === "producer" ? "notFull" : "notEmpty";
  const held = `the queue now holds ${size} of ${capacity}`;
  const left = thread.until === null ? "" : `, at most ${ms(Math.max(0, thread.until - state.time))}`;
  switch (mark) {
    case "lock":
      return `${name} takes the lock.`;
    case "locked-out":
      return `${name} finds the lock held${state.lock === null ? "" : ` by ${state.lock}`} and waits for it.`;
    case "release":
      return `${name} lets go of the lock, and ${thread.doing}.`;
    case "find-full":
      return `${name} finds the queue full.`;
    case "find-empty":
      return `${name} finds the queue empty.`;
    case "wait":
      return `${name} lets go of the lock and waits on ${thread.room ?? room}${left}.`;
    case "go-on":
      return role === "producer"
        ? `${name} finds room in the queue and goes on.`
        : `${name} finds an item in the queue and goes on.`;
    case "store":
      if (state.leaving?.from === name) {
        return `${name} puts ${state.leaving.item.name} where there is no room any more, and takes it for stored; ${held}.`;
      }
      return `${name} stores ${newest(state)} in the queue; ${held}.`;
    case "take":
      return `${name} takes ${item?.name ?? "an item"} from the queue; ${held}.`;
    case "notify":
      return wakes(thread, state);
    case "notify-all":
      return `${name} wakes everybody in ${role === "resizer" ? "notFull" : "both waiting rooms"}.`;
    case "resize":
      return `${name} changes the capacity; ${held}.`;
    case "close":
      return `${name} closes the queue.`;
    case "read":
      return `${name} looks at ${item?.name ?? "the oldest item"} and has it in its hand, though it is still in the queue.`;
    case "consume":
      return `${name} is done with an item.`;
    case "back-off":
      return `${name} found no room in time and backs off with ${item?.name ?? "its item"}.`;
    case "add-consumer":
      return `${name} found no room in time and has a consumer added, ${lastConsumer(state)}.`;
    case "give-up":
      return `${name} has waited long enough and gives up; it ${thread.doing}.`;
    default:
      return `${name} ${thread.doing}.`;
  }
}

/** Who was woken stands last among those who can move and were asleep until now. */
function wakes({ name, role }: ThreadState, state: LanesState): string {
  const woken = [...state.runnable].reverse().find((other) => {
    return other !== name && find(state, other)?.call?.marks.at(-1) === "wait";
  });
  const room = role === "producer" ? "notEmpty" : "notFull";
  return woken === undefined ? `${name} notifies ${room}, where nobody waits.` : `${name} wakes ${woken}.`;
}

function lastConsumer({ threads }: LanesState): string {
  let last = "";
  for (const { name, role } of threads) if (role === "consumer") last = name;
  return last;
}

function newest({ queue: { slots, tail, size } }: LanesState): string {
  const item = size === 0 ? null : slots.at((tail + size - 1) % slots.length);
  return item?.name ?? "its item";
}

function gone({ leaving }: LanesState): string {
  if (leaving === null) return "";
  const { item, from, how } = leaving;
  if (how === "consumed") return ` ${from} has processed ${item.name}: it is consumed.`;
  return how === "dropped"
    ? ` ${from} gives up ${item.name}: it is dropped.`
    : ` ${item.name} is lost with ${from}.`;
}

function find(state: LanesState, name: string): ThreadState | undefined {
  for (const thread of state.threads) if (thread.name === name) return thread;
  return undefined;
}
