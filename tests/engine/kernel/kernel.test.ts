import { describe, expect, test } from "vitest";
import {
  type Condition,
  inOrder,
  type Process,
  pause,
  Random,
  seeded,
  sleep,
} from "../../../src/engine/index.ts";
import { transcribed } from "./transcript.ts";

function* sleeper(...durations: readonly number[]): Process {
  for (const duration of durations) yield sleep(duration);
}

function* waiter(condition: Condition, timeout: number, answers: boolean[]): Process {
  answers.push(yield condition.wait(timeout));
}

describe("time", () => {
  test("moves from timer to timer, and equal times keep the order in which they were set", () => {
    const { kernel, lines } = transcribed();
    kernel.spawn("A", sleeper(10, 5));
    kernel.spawn("B", sleeper(5, 10));
    kernel.run();
    expect(lines).toEqual([
      "0 spawn A",
      "0 spawn B",
      "0 sleep A until 10",
      "0 sleep B until 5",
      "5 wake B",
      "5 sleep B until 15",
      "10 wake A",
      "10 sleep A until 15",
      "15 wake B",
      "15 wake A",
      "15 finish B",
      "15 finish A",
    ]);
    expect(kernel.quiescence()).toEqual({ kind: "finished" });
  });

  test("stands where it was told to run to, and goes on from there", () => {
    const { kernel, lines } = transcribed();
    kernel.spawn("A", sleeper(10));
    kernel.run(7);
    expect(kernel.now).toBe(7);
    expect(kernel.nextTime).toBe(10);
    kernel.run(10);
    expect(lines.at(-1)).toBe("10 finish A");
  });

  test.each([-1, Number.NaN])("refuses to sleep %d ms", (duration) => {
    expect(() => sleep(duration)).toThrow(RangeError);
  });
});

describe("conditions", () => {
  test("wake whoever waits longest, and nobody runs before the caller yields", () => {
    const { kernel, lines } = transcribed();
    const room = kernel.condition("room");
    const answers: boolean[] = [];
    kernel.spawn("A", waiter(room, Number.POSITIVE_INFINITY, answers));
    kernel.spawn("B", waiter(room, Number.POSITIVE_INFINITY, answers));
    kernel.spawn(
      "N",
      (function* (): Process {
        room.notify();
        expect(answers).toEqual([]);
        yield sleep(1);
        room.notifyAll();
      })(),
    );
    kernel.run();
    expect(lines.slice(3)).toEqual([
      "0 wait A room",
      "0 wait B room",
      "0 wake A room",
      "0 sleep N until 1",
      "0 finish A",
      "1 wake N",
      "1 wake B room",
      "1 finish N",
      "1 finish B",
    ]);
    expect(answers).toEqual([true, true]);
  });

  test("let a timeout that is due come before a notify at the same instant", () => {
    const { kernel, lines } = transcribed();
    const room = kernel.condition("room");
    const answers: boolean[] = [];
    kernel.spawn(
      "N",
      (function* (): Process {
        yield sleep(10);
        room.notify();
      })(),
    );
    kernel.spawn("A", waiter(room, 10, answers));
    kernel.run();
    expect(answers).toEqual([false]);
    expect(lines.slice(4)).toEqual(["10 wake N", "10 timeout A room", "10 finish N", "10 finish A"]);
  });

  test("let those who are ready move before a timeout of 0 ms", () => {
    const { kernel } = transcribed();
    const room = kernel.condition("room");
    const answers: boolean[] = [];
    kernel.spawn("A", waiter(room, 0, answers));
    kernel.spawn(
      "N",
      (function* (): Process {
        yield pause();
        room.notify();
      })(),
    );
    kernel.run();
    expect(answers).toEqual([true]);
    expect(kernel.now).toBe(0);
  });

  test("forget the timer of a wait that was notified", () => {
    const { kernel } = transcribed();
    const room = kernel.condition("room");
    kernel.spawn("A", waiter(room, 1_000, []));
    kernel.step();
    room.notify();
    kernel.run();
    expect(kernel.now).toBe(0);
  });

  test.each([-1, Number.NaN])("refuse a timeout of %d ms", (timeout) => {
    const { kernel } = transcribed();
    expect(() => kernel.condition("room").wait(timeout)).toThrow(RangeError);
  });
});

describe("schedulers", () => {
  const order = (scheduler: Parameters<typeof transcribed>[0]) => {
    const moved: string[] = [];
    const { kernel } = transcribed(scheduler);
    for (const name of ["A", "B", "C"]) {
      kernel.spawn(
        name,
        (function* (): Process {
          for (let i = 0; i < 2; i++) {
            moved.push(name);
            yield pause();
          }
        })(),
      );
    }
    kernel.run();
    return moved.join("");
  };

  test("first come is fair", () => expect(order(undefined)).toBe("ABCABC"));
  test("an explicit order is kept, then first come", () =>
    expect(order(inOrder(["C", "C", "B"]))).toBe("CCBABA"));
  test("an explicit order is kept also where only one could move", () => {
    const { kernel } = transcribed(inOrder(["A", "B", "A", "B"]));
    const steps: string[] = [];
    const stepper = function* (name: string, first: () => void): Process {
      steps.push(`${name}0`);
      first();
      yield pause();
      steps.push(`${name}1`);
    };
    kernel.spawn(
      "A",
      stepper("A", () =>
        kernel.spawn(
          "B",
          stepper("B", () => {}),
        ),
      ),
    );
    kernel.run();
    expect(steps).toEqual(["A0", "B0", "A1", "B1"]);
  });
  test("a seeded one gives the same order for the same seed", () => {
    const runs = [1, 1, 2, 3].map((seed) => order(seeded(new Random(seed))));
    expect(runs[0]).toBe(runs[1]);
    expect(new Set(runs).size).toBeGreaterThan(1);
  });
  test("one that chooses nobody is told so", () => {
    expect(() => order(() => 7)).toThrow("the scheduler chose 7 of 3 ready processes");
  });
});

test("two processes alive at once cannot share a name, but a name can be used again", () => {
  const { kernel } = transcribed();
  kernel.spawn("A", sleeper());
  expect(() => kernel.spawn("A", sleeper())).toThrow("there is a process named “A” already");
  kernel.run();
  expect(() => kernel.spawn("A", sleeper())).not.toThrow();
});

test("the kernel holds no timers for waits that are long over", () => {
  const { kernel } = transcribed();
  kernel.trace = undefined;
  const room = kernel.condition("room");
  kernel.spawn(
    "A",
    (function* (): Process {
      for (let i = 0; i < 10_000; i++) yield room.wait(1_000_000);
    })(),
  );
  for (let i = 0; i < 10_000; i++) {
    kernel.step();
    room.notify();
  }
  kernel.run();
  expect(kernel.now).toBe(0);
  expect(kernel.quiescence()).toEqual({ kind: "finished" });
});

describe("a step", () => {
  test("moves one process or the clock, never both, and tells who moved", () => {
    const { kernel } = transcribed();
    kernel.spawn("A", sleeper(10));
    kernel.spawn("B", sleeper(10, 5));
    const told: unknown[] = [];
    while (kernel.step()) told.push([kernel.now, kernel.moved, kernel.steps]);
    expect(told).toEqual([
      [0, "A", 1],
      [0, "B", 2],
      [10, null, 3],
      [10, "A", 4],
      [10, "B", 5],
      [15, null, 6],
      [15, "B", 7],
    ]);
  });

  test("moves the process that is chosen, if it can move", () => {
    const { kernel } = transcribed();
    kernel.spawn("A", sleeper(1));
    kernel.spawn("B", sleeper(1));
    kernel.step("B");
    expect(kernel.moved).toBe("B");
    expect(() => kernel.step("B")).toThrow("“B” cannot move now; ready: A");
    expect(kernel.now).toBe(0);
  });

  test("knows who is running only while it runs", () => {
    const { kernel } = transcribed();
    const seen: unknown[] = [];
    kernel.spawn(
      "A",
      (function* (): Process {
        seen.push(kernel.running);
        yield pause();
      })(),
    );
    kernel.step();
    expect([...seen, kernel.running]).toEqual(["A", undefined]);
  });
});

describe("a halted process", () => {
  test("does not move until it is resumed; its sleep and its waits end as ever", () => {
    const { kernel, lines } = transcribed();
    const room = kernel.condition("room");
    const answers: boolean[] = [];
    const sleeping = kernel.spawn("S", sleeper(5));
    const waiting = kernel.spawn("W", waiter(room, 7, answers));
    kernel.step();
    kernel.step();
    kernel.halt(sleeping);
    kernel.halt(waiting);
    kernel.run();
    expect([kernel.now, kernel.ready, answers]).toEqual([7, [], []]);
    expect(kernel.quiescence()).toEqual({
      kind: "asleep",
      waiting: [
        { process: "S", on: "being resumed" },
        { process: "W", on: "being resumed" },
      ],
    });
    kernel.resume(waiting);
    kernel.resume(sleeping);
    expect(kernel.ready).toEqual(["W", "S"]);
    kernel.run();
    expect(answers).toEqual([false]);
    expect(lines.slice(-2)).toEqual(["7 finish W", "7 finish S"]);
  });

  test("can be halted while it is ready, resumed in mid-sleep, and killed", () => {
    const { kernel } = transcribed();
    const ready = kernel.spawn("R", sleeper(1));
    kernel.halt(ready);
    expect(kernel.step()).toBe(false);
    kernel.resume(ready);
    kernel.step();
    kernel.halt(ready);
    kernel.resume(ready);
    expect(kernel.ready).toEqual([]);
    kernel.halt(ready);
    kernel.run();
    const other = kernel.spawn("O", sleeper(1));
    kernel.kill(ready);
    expect([kernel.ready, kernel.isAlive(ready), kernel.isAlive(other)]).toEqual([["O"], false, true]);
  });
});
