import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  blockingQueue,
  type Frame,
  type Input,
  type LanesState,
  type Plain,
  producerConsumer,
  Random,
  Recording,
  Run,
  type System,
  threadRace,
  traceHash,
} from "../../../src/engine/index.ts";
import { anyInputs, broken, framesOf, inputs, setupOf } from "./script.ts";

const race = threadRace as unknown as System;
const calls = blockingQueue as unknown as System;
const shop = producerConsumer as unknown as System;

const stateOf = (frame: Frame | undefined) => frame?.state as LanesState;
const lastOf = (system: System, parameters: { readonly [name: string]: Plain }, all: readonly Input[]) =>
  stateOf(framesOf(setupOf(system, parameters), all).at(-1));
const run = (values: { readonly [name: string]: Plain }): Input => ({ operation: "run", values });
const threadsOf = ({ threads }: LanesState) => [...threads].map(({ name, doing }) => `${name} ${doing}`);

/** Play a race, each step by a thread chosen at random, until nobody can move. Gives what was broken on the way. */
function randomRace(parameters: { readonly [name: string]: Plain }, seed: number) {
  const random = new Random(seed);
  const wrong = new Set<string>();
  let state: LanesState | undefined;
  const playing = new Run(setupOf(race, parameters), (frame) => {
    state = stateOf(frame);
    for (const id of broken(race, frame.state)) wrong.add(id);
  });
  for (let names = state?.runnable ?? []; names.length > 0; names = state?.runnable ?? []) {
    const thread = names[random.whole(0, names.length - 1)] ?? "";
    playing.do({ operation: "pick", values: { thread } });
  }
  return { wrong, state: state as unknown as LanesState };
}

describe("a race", () => {
  test("of right code ends with everybody asleep and everything consumed, in whatever order they move", () => {
    const size = fc.integer({ min: 1, max: 4 });
    fc.assert(
      fc.property(size, size, size, size, fc.integer(), (producers, consumers, items, capacity, seed) => {
        const { wrong, state } = randomRace({ producers, consumers, items, capacity }, seed);
        expect([...wrong]).toEqual([]);
        expect(state.account).toMatchObject({ produced: producers * items, consumed: producers * items });
        expect(state.asleep).toMatch(/^everyone is waiting on notEmpty: /);
      }),
      { numRuns: 200 },
    );
  });

  test.each([
    ["if-not-while", ["nobody-fails"]],
    ["notify-wrong", ["somebody-awake"]],
    ["no-lock", ["nobody-fails", "somebody-awake", "taken-once"]],
    ["test-then-put", ["nothing-vanishes"], { producers: 2 }],
  ] as const)(
    "of the code %s breaks something by some order, and not by every order",
    (code, faults, more: { readonly [name: string]: Plain } = {}) => {
      const races = Array.from({ length: 200 }, (_, seed) => randomRace({ code, ...more }, seed).wrong);
      expect([...new Set(races.flatMap((wrong) => [...wrong]))].toSorted()).toEqual(faults);
      expect(races.some((wrong) => wrong.size === 0)).toBe(true);
    },
  );

  const steal = [
    "C0",
    "C0",
    "C0",
    "P0",
    "P0",
    "P0",
    "P0",
    "P0",
    "C1",
    "C1",
    "C1",
    "C1",
    "C1",
    "C0",
    "C0",
    "C0",
  ];
  const picked = (code: string) =>
    lastOf(
      race,
      { code },
      steal.map((thread) => ({ operation: "pick", values: { thread } })),
    );

  test("has its wake-up stolen by hand: with if the thread fails, with while it waits again", () => {
    expect(threadsOf(picked("if-not-while"))).toContain("C0 has failed");
    expect(threadsOf(picked("right"))).toContain("C0 waits on notEmpty");
  });
});

test("a put that looks first and stores later ends as if its item were stored, and the account tells that it is lost", () => {
  const order = ["P0", "P0", "P0", "P1", "P1", "P1", "P0", "P0", "P0", "P0", "P1", "P1", "P1", "P1"];
  const inputs = order.map((thread): Input => ({ operation: "pick", values: { thread } }));
  const parameters = { producers: 2, consumers: 1, code: "test-then-put" };
  const state = lastOf(race, parameters, inputs);
  expect(state.account).toMatchObject({ produced: 2, queued: 1, lost: 1 });
  expect(state.queue).toMatchObject({ size: 1, operations: 2 });
  expect(threadsOf(state).slice(0, 2)).toEqual(["P0 has finished", "P1 has finished"]);
});

describe("calls made by hand", () => {
  test("wait, are woken, and say what became of them", () => {
    const script = [
      ...inputs(calls, "get none", "put A none"),
      run({ for: 1 }),
      ...inputs(calls, "tryGet", "get 30"),
      run({ for: 50 }),
    ];
    const state = lastOf(calls, { capacity: 1 }, script);
    expect(threadsOf(state)).toEqual([
      "C0 got A",
      "P0 has put A",
      "C1 was refused: Empty",
      "C2 was refused: Empty",
    ]);
    expect(state.queue).toMatchObject({ size: 0, operations: 2, waits: 2 });
  });

  test("are refused when the queue is closed", () => {
    const script = [
      ...inputs(calls, "get none", "close"),
      run({ for: 1 }),
      ...inputs(calls, "put B none"),
      run({ for: 1 }),
    ];
    expect(threadsOf(lastOf(calls, {}, script))).toEqual([
      "C0 was refused: Closed",
      "X0 has closed the queue",
      "P0 was refused: Closed",
    ]);
  });

  test("count what is left of the whole call, however often they are woken on the way", () => {
    const taken = [...inputs(calls, "put A none", "tryGet"), run({ for: 40 })];
    const frames = framesOf(setupOf(calls, { capacity: 1 }), [
      ...inputs(calls, "get 300"),
      ...[run({ for: 250 }), ...taken, ...taken].flat(),
    ]);
    const waits = frames.flatMap((frame) =>
      [...stateOf(frame).threads].filter(({ name, activity }) => name === "C0" && activity === "waiting"),
    );
    expect(new Set(waits.map(({ since, until }) => (until ?? 0) - since))).toEqual(new Set([300]));
    expect(stateOf(frames.at(-1)).time).toBeGreaterThan(300);
  });

  test("leave a bounded list behind", () => {
    const script = Array.from({ length: 100 }, () => [...inputs(calls, "tryGet"), run({ for: 1 })]).flat();
    expect(lastOf(calls, {}, script).threads.length).toBeLessThanOrEqual(9);
  });
});

describe("producers and consumers", () => {
  test("end gracefully: the producers stop, the queue is emptied, nothing is lost", () => {
    const script = [run({ for: 100 }), ...inputs(shop, "burst 50", "drainAndStop"), run({ for: 2_000 })];
    const state = lastOf(shop, { capacity: 8 }, script);
    const { produced, consumed } = state.account;
    expect(consumed).toBe(produced);
    expect(produced).toBeGreaterThan(50);
    expect([...state.threads].every(({ activity }) => activity === "finished")).toBe(true);
    expect(state.queue).toMatchObject({ size: 0, closed: true });
    expect([...state.threads].filter(({ role }) => role === "closer").map(({ name }) => name)).toEqual([
      "X0",
    ]);
  });

  test("have one closer at a time, and another when it is killed", () => {
    const closers = (...lines: readonly string[]) => {
      const all = [run({ for: 20 }), ...inputs(shop, "drainAndStop", "kill P0", "kill P1", ...lines)];
      return [...lastOf(shop, {}, all).threads].flatMap(({ name, role }) =>
        role === "closer" ? [name] : [],
      );
    };
    expect(closers("kill C0")).toEqual(["X0"]);
    expect(closers("kill X0")).toEqual(["X0", "X1"]);
  });

  test("have the capacity that was set last, once who changes it has had the lock, and every invariant holds", () => {
    const set = (value: number): Input => ({ operation: "set", values: { parameter: "capacity", value } });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 60 })), {
          minLength: 1,
          maxLength: 5,
        }),
        fc.integer({ min: 0, max: 1_000 }),
        (changes, seed) => {
          const script = [
            run({ for: 10 }),
            ...changes.flatMap(([capacity, steps]) => [set(capacity), run({ steps })]),
            run({ for: 200 }),
          ];
          const setup = { ...setupOf(shop, { capacity: 8, scheduler: "seeded" }), seed };
          const frames = framesOf(setup, script);
          expect(frames.flatMap(({ state }) => broken(shop, state))).toEqual([]);
          const { queue, threads } = stateOf(frames.at(-1));
          expect(queue.capacity).toBe(changes.at(-1)?.[0]);
          expect(queue.size).toBeLessThanOrEqual(queue.capacity);
          const resizers = [...threads].filter(({ role }) => role === "resizer");
          expect(resizers.every(({ activity }) => activity === "finished")).toBe(true);
        },
      ),
      { numRuns: 20 },
    );
  });

  test("lose one item when a consumer is killed in the middle of it", () => {
    const before = [run({ until: until("threads.C0.activity", "processing") })];
    const processing = lastOf(shop, {}, before);
    const held = [...processing.threads].find(({ name }) => name === "C0")?.item;
    const state = lastOf(shop, {}, [...before, ...inputs(shop, "kill C0")]);
    expect(state.leaving).toEqual({ item: held, from: "C0", how: "lost" });
    expect(state.account.lost).toBe(1);
    expect(state.account.inProcess).toBe(processing.account.inProcess - 1);
  });

  test("stand still when they are paused, also with the lock in hand", () => {
    const script = [run({ until: until("lock", "P0") }), ...inputs(shop, "pause P0"), run({ for: 1_100 })];
    const state = lastOf(shop, {}, script);
    expect(state.lock).toBe("P0");
    expect(state.rooms.lock).toEqual(["P1", "C0", "C1", "C2"]);
    expect([state.asleep, state.runnable]).toEqual([null, []]);
    expect(threadsOf(state)[0]).toBe("P0 is paused");
    const later = lastOf(shop, {}, [...script, ...inputs(shop, "resume P0"), run({ for: 50 })]);
    expect(later.account.produced).toBeGreaterThan(50);
  });

  test("find no room: they try again, drop, or have a consumer added", () => {
    const slow = {
      producers: 4,
      consumers: 1,
      capacity: 2,
      processingMin: 50,
      processingMax: 50,
      putTimeout: 20,
    };
    const ended = (onFull: string) => lastOf(shop, { ...slow, onFull }, [run({ for: 1_000 })]);
    for (const onFull of ["retry", "drop", "add-consumer"])
      expect(ended(onFull).backpressure).toBeGreaterThan(0);
    expect(ended("retry").account.dropped).toBe(0);
    expect(ended("drop").account.dropped).toBeGreaterThan(0);
    expect(ended("add-consumer").threads.length).toBeGreaterThan(5);
  });

  test("can be set in the middle of a run", () => {
    const set = (parameter: string, value: Plain): Input => ({
      operation: "set",
      values: { parameter, value },
    });
    const state = lastOf(shop, {}, [
      run({ for: 20 }),
      set("consumers", 5),
      set("producers", 1),
      set("produceTime", 7),
      run({ for: 100 }),
    ]);
    const going = [...state.threads].filter(({ activity }) => activity !== "finished");
    expect(going.map(({ name }) => name)).toEqual(["P0", "C0", "C1", "C2", "C3", "C4"]);
  });

  test.each(["slow C9 2", "pause X", "kill P7"])("name the threads that there are: %s", (line) => {
    const last = framesOf(setupOf(shop), inputs(shop, line)).at(-1);
    expect(last?.cause.mark).toBe("throw");
    expect(last?.cause.detail.error).toContain("there are P0, P1, C0, C1, C2");
  });

  test("measure how long items take, and sound the alarm", () => {
    const state = lastOf(shop, { consumers: 1, alarm: 20 }, [run({ for: 300 })]);
    expect(state.latency?.p99).toBeGreaterThanOrEqual(state.latency?.p50 ?? Number.NaN);
    expect(state.late).toBeGreaterThan(0);
    expect(state.charts.depth.buckets.length).toBeGreaterThan(0);
  });
});

function until(path: string, value: string): Plain {
  return {
    left: { kind: "path", path: path.split(".") },
    sign: "=",
    right: { kind: "value", value },
  };
}

/** The account against what every thread has in its hand, and the queue in its slots. */
function recounted({ threads, queue, account }: LanesState): void {
  const held = (role: string) =>
    [...threads].filter((thread) => thread.role === role && thread.item !== null);
  const { produced, offered, queued, inProcess, consumed, dropped, lost } = account;
  expect(produced).toBe(offered + queued + inProcess + consumed + dropped + lost);
  expect(offered).toBe(held("producer").length);
  expect(inProcess).toBe(held("consumer").length);
  expect(queued).toBe([...queue.slots].filter((slot) => slot !== null).length);
}

test("nothing is lost and nothing comes twice, whatever is done to the threads", () => {
  const parameters = fc.record({
    producers: fc.integer({ min: 0, max: 4 }),
    consumers: fc.integer({ min: 0, max: 4 }),
    capacity: fc.integer({ min: 1, max: 6 }),
    putTimeout: fc.integer({ min: 0, max: 12 }),
    getTimeout: fc.integer({ min: 1, max: 12 }),
    onFull: fc.constantFrom("retry", "drop", "add-consumer"),
    scheduler: fc.constantFrom("first-come", "seeded"),
  });
  fc.assert(
    fc.property(parameters, fc.integer(), anyInputs(shop, 25), (chosen, seed, all) => {
      for (const frame of framesOf(setupOf(shop, chosen, seed), all)) {
        expect(broken(shop, frame.state)).toEqual([]);
        recounted(stateOf(frame));
      }
    }),
    { numRuns: 60 },
  );
});

test("frames are the same when they are made again from the middle", () => {
  const recording = new Recording(setupOf(shop, { capacity: 4 }), [run({ for: 60 })], 64);
  const frames = framesOf(setupOf(shop, { capacity: 4 }), [run({ for: 60 })]);
  for (const index of [0, 3, 40, 100, 200, 333, frames.length - 70]) {
    expect(JSON.stringify(recording.frame(index))).toBe(JSON.stringify(frames[index]));
  }
});

test("a run has the same fingerprint today, tomorrow and on every machine", () => {
  const hash = (system: System, ...all: readonly Input[]) => traceHash(setupOf(system), all);
  expect([
    hash(race, run({ steps: 60 })),
    hash(calls, ...inputs(calls, "get 20", "put A none"), run({ for: 30 })),
    hash(shop, run({ for: 40 }), ...inputs(shop, "kill C1", "burst 3"), run({ for: 20 })),
  ]).toMatchInlineSnapshot(`
    [
      "b51c6c8939d0babf",
      "5719935973e7ddab",
      "881f627047bd3b2a",
    ]
  `);
});
