import type { Random } from "../kernel/random.ts";
import type { LanesState, ThreadState } from "../systems/lanes/lanes-state.ts";
import type { Recording } from "../systems/recording.ts";
import type { Frame, Input } from "../systems/run.ts";
import {
  type Asked,
  doneKind,
  type MoveKind,
  oneOf,
  type Practice,
  type PractisedOperation,
  type Situation,
  type Target,
} from "./practice.ts";

/** More steps than any of these exercises has: it goes on until nobody can move. */
const TO_REST: Input = { operation: "run", values: { steps: 1_000 } };
const GET: Input = { operation: "get", values: { timeout: null } };
const put = (item: string): Input => ({ operation: "put", values: { item, timeout: null } });
const itemName = (number: number) => String.fromCharCode("A".charCodeAt(0) + number);

const ENDED: readonly ThreadState["activity"][] = ["finished", "failed", "killed"];

function kind(id: string, title: string, says: (thread: Target) => string): MoveKind<LanesState> {
  return {
    id,
    title,
    on: {
      question: "Which thread?",
      pick: "thread",
      targets: ({ threads }) =>
        [...threads].filter(({ activity }) => !ENDED.includes(activity)).map(({ name }) => name),
      name: String,
    },
    says,
  };
}

const kinds: readonly MoveKind<LanesState>[] = [
  kind("lock", "Takes the lock", (thread) => `${thread} takes the lock`),
  kind("locked-out", "Finds the lock taken", (thread) => `${thread} finds the lock taken and waits for it`),
  kind("notFull", "Sleeps until there is room", (thread) => `${thread} goes to sleep in notFull`),
  kind("notEmpty", "Sleeps until there is an item", (thread) => `${thread} goes to sleep in notEmpty`),
  kind("store", "Stores its item", (thread) => `${thread} stores its item`),
  kind("take", "Takes the oldest item", (thread) => `${thread} takes the oldest item`),
  kind("wake", "Is woken", (thread) => `${thread} is woken`),
  doneKind("Nobody can move any more", "nobody can move any more"),
];

/** What each mark of the queue asks: which move of the thread that moves, and why. */
function askedOf({ cause, state }: Frame<LanesState>, before: Frame<LanesState>): readonly Asked[] {
  const thread = cause.process ?? "";
  const one = (move: string, why: string, target: Target = thread): readonly Asked[] => [
    { moves: [{ kind: move, target }], why },
  ];
  switch (cause.mark) {
    case "lock":
      return one("lock", `${thread} has been ready longest, and the lock is free.`);
    case "locked-out":
      return one("locked-out", `${thread} has been ready longest, but ${state.lock} holds the lock.`);
    case "wait":
      return state.rooms.notFull.includes(thread)
        ? one("notFull", `The queue is full. ${thread} lets go of the lock as it goes to sleep.`)
        : one("notEmpty", `The queue is empty. ${thread} lets go of the lock as it goes to sleep.`);
    case "store":
      return one("store", `${thread} holds the lock and has seen that there is room.`);
    case "take":
      return one("take", `${thread} holds the lock and has seen that there is an item.`);
    case "notify":
      return wokenBetween(before.state, state).flatMap((woken) =>
        one(
          "wake",
          `${thread} notifies whoever has slept there longest. To be woken is not to have: the lock must be taken again.`,
          woken,
        ),
      );
    default:
      return [];
  }
}

/** Those who have left a waiting room of the queue. */
function wokenBetween({ rooms: before }: LanesState, { rooms: after }: LanesState): readonly string[] {
  const asleep = [...after.notFull, ...after.notEmpty];
  return [...before.notFull, ...before.notEmpty].filter((name) => !asleep.includes(name));
}

interface Standing {
  readonly capacity: number;
  readonly held: number;
  readonly sleepers: number;
}

function situation({ capacity, held, sleepers }: Standing, calls: readonly ("put" | "get")[]): Situation {
  const inputs: Input[] = [];
  let items = 0;
  const call = (operation: "put" | "get") => (operation === "put" ? put(itemName(items++)) : GET);
  for (let item = 0; item < held; item++) inputs.push(call("put"), TO_REST);
  for (let thread = 0; thread < sleepers; thread++) inputs.push(call(held === 0 ? "get" : "put"), TO_REST);
  return { parameters: { capacity }, inputs: [...inputs, ...calls.map(call)], task: [TO_REST] };
}

/** Empty and full queues more often than others, for there somebody sleeps; a second call at the same time now and then. */
function draw(random: Random, first: "put" | "get"): Situation {
  const capacity = random.whole(1, 3);
  const held = oneOf(random, [0, capacity, capacity, random.whole(0, capacity)]);
  const sleepers = held === 0 || held === capacity ? random.whole(0, 2) : 0;
  const second = oneOf(random, ["put", "get", undefined, undefined] as const);
  return situation({ capacity, held, sleepers }, second === undefined ? [first] : [first, second]);
}

function told(recording: Recording<LanesState>, from: number): string {
  const calls: string[] = [];
  for (let index = from; index > 0; index--) {
    const { mark, operation, detail } = recording.frame(index).cause;
    if (operation === "run") break;
    if (mark === "return") calls.unshift(`${detail.result} calls ${operation}`);
  }
  return `${calls.join(", and then ")}. Who has been ready longest moves next, one smallest thing at a time. What happens until nobody can move?`;
}

function over({ state: { rooms } }: Frame<LanesState>): string {
  const asleep = [...rooms.notFull, ...rooms.notEmpty];
  if (asleep.length === 0) return "Every call has come to its end.";
  return `${asleep.join(" and ")} ${asleep.length === 1 ? "sleeps" : "sleep"} until somebody notifies.`;
}

const practised = (first: "put" | "get"): PractisedOperation<LanesState> => ({
  kinds,
  draw: (random) => draw(random, first),
  told,
  asked: askedOf,
  over,
});

/** Calls that wait for room or for an item, and whom they wake. */
export const queuePractice: Practice<LanesState> = {
  operations: { put: practised("put"), get: practised("get") },
};
