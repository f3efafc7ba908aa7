import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  BoundedBlockingQueue,
  Closed,
  Empty,
  Full,
  Kernel,
  type Process,
  pause,
  QueueRestartingTimeout,
  Random,
  type RingBuffer,
  seeded,
  sleep,
} from "../../../src/engine/index.ts";

type Queue = BoundedBlockingQueue<string>;

/** What each process ended with: its result, or the name of what it threw. */
function answering(kernel: Kernel) {
  const answers: { [name: string]: readonly [answer: unknown, time: number] } = {};
  const start = (name: string, call: () => Process<unknown>) =>
    kernel.spawn(
      name,
      (function* (): Process {
        try {
          answers[name] = [yield* call(), kernel.now];
        } catch (error) {
          answers[name] = [(error as Error).name, kernel.now];
        }
      })(),
    );
  return { answers, start };
}

function* later(time: number, call: () => Process<unknown>): Process<unknown> {
  yield sleep(time);
  return yield* call();
}

describe("a call", () => {
  test("waits for room, and for an item, in the order in which the callers came", () => {
    const kernel = new Kernel();
    const queue: Queue = new BoundedBlockingQueue(1, kernel);
    const { answers, start } = answering(kernel);
    for (const name of ["C0", "C1"]) start(name, () => queue.get());
    for (const item of ["a", "b", "c"]) start(`P${item}`, () => later(10, () => queue.put(item)));
    kernel.run();
    expect([answers.C0, answers.C1]).toEqual([
      ["a", 10],
      ["b", 10],
    ]);
    expect([...(queue.items as RingBuffer<string>)]).toEqual(["c"]);
    expect(kernel.quiescence()).toEqual({ kind: "finished" });
  });

  test.each([-1, Number.NaN])("refuses a timeout of %d ms, unless it may not wait at all", (timeout) => {
    const kernel = new Kernel();
    const queue: Queue = new BoundedBlockingQueue(1, kernel);
    const { answers, start } = answering(kernel);
    start("put", () => queue.put("a", { timeout }));
    start("get", () => queue.get({ timeout }));
    start("tryGet", () => queue.get({ timeout, block: false }));
    start("tryPut", () => queue.put("a", { timeout, block: false }));
    kernel.run();
    expect(answers).toEqual({
      put: ["RangeError", 0],
      get: ["RangeError", 0],
      tryGet: ["Empty", 0],
      tryPut: [undefined, 0],
    });
  });

  test("gives up at its timeout, to the ms", () => {
    const kernel = new Kernel();
    const queue: Queue = new BoundedBlockingQueue(1, kernel);
    const { answers, start } = answering(kernel);
    start("get", () => queue.get({ timeout: 25 }));
    start("put", () =>
      later(50, function* () {
        yield* queue.put("a");
        yield* queue.put("b", { timeout: 7 });
      }),
    );
    kernel.run();
    expect(answers).toEqual({ get: ["Empty", 25], put: ["Full", 57] });
  });
});

test.each([0, -1, 1.5, Number.NaN])("there is no queue of capacity %d", (capacity) => {
  expect(() => new BoundedBlockingQueue(capacity, new Kernel())).toThrow(RangeError);
});

test("a queue without a bound is never full", () => {
  const kernel = new Kernel();
  const queue = new BoundedBlockingQueue<number>(Number.POSITIVE_INFINITY, kernel);
  kernel.spawn(
    "P",
    (function* (): Process {
      for (let i = 0; i < 100; i++) yield* queue.put(i, { block: false });
    })(),
  );
  kernel.run();
  expect([queue.qsize(), queue.full(), queue.empty()]).toEqual([100, false, false]);
});

/** A get of 300 ms, woken every 200 ms for an item that somebody else takes before it. */
function stolenFrom(queue: Queue, kernel: Kernel): number {
  const { answers, start } = answering(kernel);
  start("patient", () => queue.get({ timeout: 300 }));
  for (let at = 200; at <= 1_800; at += 200) {
    start(`thief at ${at}`, () =>
      later(at, function* () {
        yield* queue.put("x");
        yield* queue.get({ block: false });
      }),
    );
  }
  // Whoever was woken is slower than the thief.
  kernel.scheduler = (ready) =>
    Math.max(
      0,
      ready.findIndex(({ name }) => name !== "patient"),
    );
  kernel.run();
  expect(answers.patient?.[0]).toBe("Empty");
  expect([queue.operations, queue.waits]).toEqual([18, 1]);
  return answers.patient?.[1] ?? Number.NaN;
}

test("a timeout is one deadline for the whole call: a get of 0.3 s blocks 0.3 s, and is one wait", () => {
  const kernel = new Kernel();
  expect(stolenFrom(new BoundedBlockingQueue(1, kernel), kernel)).toBe(300);
});

test("a timeout that starts again at each wake-up lets a get of 0.3 s block 2.1 s", () => {
  const kernel = new Kernel();
  expect(stolenFrom(new QueueRestartingTimeout(1, kernel), kernel)).toBe(2_100);
});

describe("close", () => {
  test("wakes everybody: puts are refused, and gets when nothing is left", () => {
    const kernel = new Kernel();
    const [full, none]: [Queue, Queue] = [
      new BoundedBlockingQueue(1, kernel),
      new BoundedBlockingQueue(1, kernel),
    ];
    const { answers, start } = answering(kernel);
    start("fill", () => full.put("a"));
    for (const i of [0, 1]) start(`P${i}`, () => full.put("b"));
    for (const i of [0, 1]) start(`C${i}`, () => none.get());
    start("close", () =>
      later(5, function* () {
        yield* full.close();
        yield* none.close();
      }),
    );
    start("late", () => later(6, () => full.get()));
    start("too late", () => later(7, () => full.get()));
    kernel.run();
    expect(kernel.quiescence()).toEqual({ kind: "finished" });
    for (const name of ["P0", "P1", "C0", "C1", "too late"]) expect(answers[name]?.[0]).toBe("Closed");
    expect(answers.late?.[0]).toBe("a");
  });
});

describe("another capacity", () => {
  test("with room for more wakes all who wait for room, and keeps the order", () => {
    const kernel = new Kernel();
    const queue: Queue = new BoundedBlockingQueue(2, kernel);
    const { answers, start } = answering(kernel);
    // After a wrap, so that the ring's order is not that of its slots.
    start("first", () => queue.put("a"));
    start("second", () => queue.put("b"));
    start("taken", () => queue.get());
    start("third", () => queue.put("c"));
    start("P0", () => queue.put("d"));
    start("P1", () => queue.put("e"));
    start("P2", () => queue.put("f"));
    start("resize", () => later(5, () => queue.resize(4)));
    kernel.run();
    expect([...(queue.items as RingBuffer<string>)]).toEqual(["b", "c", "d", "e"]);
    expect([queue.qsize(), queue.capacity, queue.full()]).toEqual([4, 4, true]);
    expect(answers.P1?.[1]).toBe(5);
    expect(answers.P2).toBeUndefined();
  });

  test("below what it holds keeps what it holds, and is full until so many are taken", () => {
    const kernel = new Kernel();
    const queue: Queue = new BoundedBlockingQueue(3, kernel);
    const { answers, start } = answering(kernel);
    for (const item of ["a", "b", "c"]) start(`put ${item}`, () => queue.put(item));
    start("resize", () => later(1, () => queue.resize(1)));
    start("put d", () => later(2, () => queue.put("d")));
    for (const time of [3, 4, 5, 6]) start(`get at ${time}`, () => later(time, () => queue.get()));
    kernel.run();
    expect(answers["put d"]?.[1]).toBe(5);
    expect([3, 4, 5, 6].map((time) => answers[`get at ${time}`]?.[0])).toEqual(["a", "b", "c", "d"]);
  });

  test.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])("of %d is refused", (capacity) => {
    const kernel = new Kernel();
    const { answers, start } = answering(kernel);
    start("resize", () => new BoundedBlockingQueue<string>(2, kernel).resize(capacity));
    kernel.run();
    expect(answers.resize?.[0]).toBe("RangeError");
  });
});

test("errors say what was the matter", () => {
  expect([new Full(3), new Empty(), new Closed()].map(String)).toEqual([
    "Full: all 3 places are taken",
    "Empty: there is no item",
    "Closed: the queue is closed",
  ]);
});

test("threads can be killed anywhere: nothing stays locked, no wake-up is lost, nothing comes twice or out of order", () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 1, max: 3 }), (seed, capacity) => {
      const random = new Random(seed);
      const kernel = new Kernel({ scheduler: seeded(random.fork("scheduler")) });
      const queue: Queue = new BoundedBlockingQueue(capacity, kernel);
      const got: string[] = [];
      const names = ["P0", "P1", "P2", "C0", "C1", "C2"];
      for (const name of names) {
        kernel.spawn(
          name,
          (function* (): Process {
            for (let i = 0; ; i++) {
              if (name.startsWith("P")) yield* queue.put(`${name} ${i}`);
              else got.push(yield* queue.get());
              yield pause();
            }
          })(),
        );
      }
      for (let kill = 0; kill < 4; kill++) {
        for (let steps = random.whole(0, 40); steps > 0 && kernel.step(); steps--);
        const victim = kernel.tasks[random.whole(0, kernel.tasks.length - 1)];
        if (victim === undefined) continue;
        kernel.kill(victim);
        queue.repair();
        expect(queue.lock.holder).not.toBe(victim.name);
      }
      for (let steps = 0; steps < 300 && kernel.step(); steps++);
      const alive = kernel.tasks.map(({ name }) => name);
      const waiting = kernel.quiescence();
      if (waiting.kind === "asleep") {
        const rooms = new Set(waiting.waiting.map(({ on }) => on));
        expect(rooms.has("lock")).toBe(false);
        if (rooms.has("notEmpty")) expect(queue.empty()).toBe(true);
        if (rooms.has("notFull")) expect(queue.full()).toBe(true);
      }
      expect(alive.length).toBe(2);
      expect(new Set(got).size).toBe(got.length);
      for (const producer of ["P0", "P1", "P2"]) {
        const numbers = got.filter((item) => item.startsWith(producer)).map((item) => Number(item.slice(3)));
        expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
      }
    }),
    { numRuns: 300 },
  );
});
