import { expect, test } from "vitest";
import {
  type Kernel,
  type Process,
  ProcessFailure,
  pause,
  sleep,
  type Task,
} from "../../../src/engine/index.ts";
import { transcribed } from "./transcript.ts";

function taskOf(kernel: Kernel, name: string): Task {
  const task = kernel.tasks.find((alive) => alive.name === name);
  if (task === undefined) throw new Error(`${name} is not alive`);
  return task;
}

test("a process killed in mid-wait leaves its room and runs its finally blocks, nothing else", () => {
  const { kernel, lines } = transcribed();
  const room = kernel.condition("room");
  const done: string[] = [];
  const victim = kernel.spawn(
    "V",
    (function* (): Process {
      try {
        yield room.wait(50);
        done.push("after");
      } finally {
        done.push("finally");
      }
    })(),
  );
  kernel.step();
  kernel.kill(victim);
  kernel.kill(victim);
  room.notify();
  kernel.run();
  expect(done).toEqual(["finally"]);
  expect(victim.state).toBe("killed");
  expect(lines).toEqual(["0 spawn V", "0 wait V room until 50", "0 kill V"]);
  expect(kernel.now).toBe(0);
});

test("a process that is ready can be killed before its first step", () => {
  const { kernel, lines } = transcribed();
  const victim = kernel.spawn("V", (function* (): Process {})());
  kernel.kill(victim);
  expect(kernel.step()).toBe(false);
  expect(lines).toEqual(["0 spawn V", "0 kill V"]);
});

test("a process that kills itself ends where it yields next", () => {
  const { kernel, lines } = transcribed();
  const done: string[] = [];
  kernel.spawn(
    "S",
    (function* (): Process {
      try {
        kernel.kill(taskOf(kernel, "S"));
        done.push("same step");
        yield sleep(1);
        done.push("next step");
      } finally {
        done.push("finally");
      }
    })(),
  );
  kernel.run();
  expect(done).toEqual(["same step", "finally"]);
  expect(lines).toEqual(["0 spawn S", "0 kill S"]);
  expect(kernel.quiescence()).toEqual({ kind: "finished" });
});

test("a process in mid-step can be killed by the finally block of another", () => {
  const { kernel, lines } = transcribed();
  const killer = kernel.spawn(
    "K",
    (function* (): Process {
      yield pause();
      kernel.kill(taskOf(kernel, "V"));
      yield sleep(1);
    })(),
  );
  const victim = kernel.spawn(
    "V",
    (function* (): Process {
      try {
        yield sleep(10);
      } finally {
        kernel.kill(killer);
      }
    })(),
  );
  kernel.run();
  expect([killer.state, victim.state]).toEqual(["killed", "killed"]);
  expect(lines.slice(2)).toEqual(["0 sleep V until 10", "0 kill V", "0 kill K"]);
});

test("a process that throws is retired, its name is told, and the others go on", () => {
  const { kernel, lines } = transcribed();
  const cause = new TypeError("no such shelf");
  const bad = kernel.spawn(
    "B",
    (function* (): Process {
      yield sleep(1);
      throw cause;
    })(),
  );
  kernel.spawn(
    "G",
    (function* (): Process {
      yield sleep(2);
    })(),
  );
  expect(() => kernel.run()).toThrow(ProcessFailure);
  expect(bad.state).toBe("failed");
  kernel.run();
  expect(lines.slice(4)).toEqual([
    "1 wake B",
    "1 fail B process “B” failed: no such shelf",
    "2 wake G",
    "2 finish G",
  ]);
});

test("what a process threw is the cause of what step throws", () => {
  const { kernel } = transcribed();
  kernel.spawn(
    "B",
    (function* (): Process {
      yield pause();
      throw "a bare word";
    })(),
  );
  try {
    kernel.run();
    expect.unreachable();
  } catch (error) {
    expect(error).toMatchObject({ name: "ProcessFailure", process: "B", cause: "a bare word" });
  }
});

function letGo(): void {
  throw new Error("cannot let go");
}

test("a finally block that throws when its process is killed is told", () => {
  const { kernel } = transcribed();
  const victim = kernel.spawn(
    "V",
    (function* (): Process {
      try {
        yield sleep(1);
      } finally {
        letGo();
      }
    })(),
  );
  kernel.step();
  expect(() => kernel.kill(victim)).toThrow("process “V” failed: cannot let go");
  expect(victim.state).toBe("killed");
});
