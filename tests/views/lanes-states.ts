import { PersistentVector, Random } from "../../src/engine/index.ts";
import type {
  Activity,
  Bucket,
  Item,
  LanesState,
  Series,
  ThreadState,
} from "../../src/engine/systems/lanes/lanes-state.ts";
import type { Picture } from "../../src/views/view.ts";

/** How a made-up state is to be. */
export interface Wanted {
  readonly producers: number;
  readonly consumers: number;
  readonly capacity: number;
  readonly size: number;
  readonly seed: number;
  /** Up to how many items each producer has made. */
  readonly made?: number;
  readonly time?: number;
  readonly more?: Partial<LanesState>;
}

const producing: readonly Activity[] = [
  "producing",
  "waiting",
  "backing-off",
  "calling",
  "locked-out",
  "waiting",
];
const consuming: readonly Activity[] = [
  "processing",
  "waiting",
  "processing",
  "calling",
  "locked-out",
  "ready",
];
const rare: readonly Activity[] = ["paused", "finished", "killed", "failed"];

/** A state that no run came to, in which everything that a thread can be at stands side by side. */
export function madeUp(wanted: Wanted): LanesState {
  const { producers, consumers, capacity, size, seed, made = 40, time = 412.5 } = wanted;
  const random = new Random(seed);
  let id = 0;
  const itemOf = (producer: number): Item => ({
    id: id++,
    name: `${String.fromCharCode(65 + (producer % 26))}${1 + random.whole(0, made - 1)}`,
    producer: `P${producer}`,
    made: Math.max(0, time - 20),
  });
  let lock: string | null = null;
  const threads: ThreadState[] = [];
  for (const role of ["producer", "consumer"] as const) {
    for (let n = 0; n < (role === "producer" ? producers : consumers); n++) {
      const name = `${role === "producer" ? "P" : "C"}${n}`;
      const usual = role === "producer" ? producing : consuming;
      const from = random.whole(0, 12 - 1) === 0 ? rare : usual;
      const activity = from[random.whole(0, from.length - 1)] as Activity;
      const room =
        activity === "locked-out"
          ? "lock"
          : activity === "waiting"
            ? role === "producer"
              ? "notFull"
              : "notEmpty"
            : null;
      const timed = ["producing", "processing", "backing-off", "waiting"].includes(activity);
      const holds = activity === "calling" && lock === null;
      if (holds) lock = name;
      const has =
        role === "producer"
          ? ["waiting", "calling", "backing-off", "locked-out"].includes(activity)
          : activity === "processing";
      const item = has ? itemOf(role === "producer" ? n : random.whole(0, Math.max(1, producers) - 1)) : null;
      threads.push({
        name,
        role,
        activity,
        doing: words(activity, role, item),
        room,
        item,
        since: timed ? time - 38 : time,
        until: timed ? time + 62 : null,
        canMove: activity === "calling",
        holdsLock: holds,
        call: null,
        slowness: random.whole(0, 9 - 1) === 0 ? 4 : 1,
        stopping: random.whole(0, 15 - 1) === 0,
        error: activity === "failed" ? "DomainError: an item was taken from an empty queue" : null,
      });
    }
  }
  let slots = PersistentVector.filled<Item | null>(capacity, null);
  const tail = random.whole(0, capacity - 1);
  for (let i = 0; i < size; i++)
    slots = slots.with((tail + i) % capacity, itemOf(random.whole(0, Math.max(1, producers) - 1)));
  const inside = (room: string) => threads.filter((thread) => thread.room === room).map(({ name }) => name);
  const rooms = { notFull: inside("notFull"), notEmpty: inside("notEmpty"), lock: inside("lock") };
  const runnable = threads.filter(({ canMove }) => canMove).map(({ name }) => name);
  const offered = threads.filter(({ role, item }) => role === "producer" && item !== null).length;
  const inProcess = threads.filter(({ role, item }) => role === "consumer" && item !== null).length;
  return {
    time,
    timed: true,
    queue: {
      structure: "BoundedBlockingQueue",
      capacity,
      slots,
      head: (tail + size) % capacity,
      tail,
      size,
      closed: false,
      operations: 212,
      waits: 23,
    },
    threads: threads.reduce(
      (all, thread) => all.push(thread),
      PersistentVector.filled<ThreadState>(0, {} as ThreadState),
    ),
    runnable: runnable.slice(0, 64),
    nextTime: time + 2,
    moved: threads.length === 0 ? null : (threads[random.whole(0, threads.length - 1)]?.name ?? null),
    lock,
    rooms: {
      notFull: rooms.notFull.slice(0, 64),
      notEmpty: rooms.notEmpty.slice(0, 64),
      lock: rooms.lock.slice(0, 64),
    },
    crowd: {
      runnable: runnable.length,
      notFull: rooms.notFull.length,
      notEmpty: rooms.notEmpty.length,
      lock: rooms.lock.length,
    },
    account: {
      produced: offered + size + inProcess + 110,
      offered,
      queued: size,
      inProcess,
      consumed: 110,
      dropped: 0,
      lost: 0,
      twice: 0,
    },
    faults: { vanished: 0, outOfOrder: 0, failed: 0 },
    backpressure: 5,
    alarm: 100,
    late: 1,
    latency: { p50: 21.5, p99: 84 },
    charts: {
      depth: series(time, (i) => Math.min(capacity, Math.round(i / 4 + random.whole(0, 3 - 1)))),
      p50: series(time, () => 18 + random.whole(0, 6 - 1)),
      p99: series(time, (i) => (i % 9 === 3 ? null : 60 + random.whole(0, 30 - 1))),
    },
    leaving: null,
    asleep: null,
    ...wanted.more,
  };
}

function words(activity: Activity, role: string, item: Item | null): string {
  if (activity === "waiting") return role === "producer" ? "waits on notFull" : "waits on notEmpty";
  if (activity === "locked-out") return "waits for the lock";
  if (activity === "calling") return `checks whether the queue is ${role === "producer" ? "full" : "empty"}`;
  if (activity === "producing") return "produces A42";
  if (activity === "processing") return `processes ${item?.name ?? ""}`;
  if (activity === "backing-off") return "backs off";
  return {
    ready: "is ready",
    paused: "is paused",
    finished: "has finished",
    killed: "was killed",
    failed: "has failed",
  }[activity];
}

function series(time: number, value: (index: number) => number | null): Series {
  let buckets = PersistentVector.filled<Bucket | null>(0, null);
  for (let i = 0; i * 4 < time; i++) {
    const v = value(i);
    buckets = buckets.push(v === null ? null : { min: v, max: v, last: v });
  }
  return { width: 4, buckets };
}

/** A picture of a state that somebody's step has led to. */
export function pictureOf(state: LanesState, index = 1): Picture<LanesState> {
  const cause = {
    input: 0,
    operation: "run",
    values: { steps: 1 },
    mark: state.moved === null ? "time" : "move",
    detail: {},
    process: state.moved,
  };
  return { frame: { index, time: state.time, cause, state }, ahead: [] };
}
