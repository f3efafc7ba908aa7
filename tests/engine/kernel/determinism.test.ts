import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Condition,
  Fingerprint,
  inOrder,
  Kernel,
  type Process,
  pause,
  Random,
  type Scheduler,
  seeded,
  sleep,
} from "../../../src/engine/index.ts";

type Step =
  | { readonly do: "sleep"; readonly ms: number }
  | { readonly do: "pause" }
  | { readonly do: "wait"; readonly room: number; readonly timeout: number }
  | { readonly do: "notify"; readonly room: number; readonly count: number }
  | { readonly do: "draw" }
  | { readonly do: "kill"; readonly victim: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant("sleep" as const), ms: fc.nat(5) }),
  fc.record({ do: fc.constant("pause" as const) }),
  fc.record({ do: fc.constant("wait" as const), room: fc.nat(2), timeout: fc.nat(6) }),
  fc.record({ do: fc.constant("notify" as const), room: fc.nat(2), count: fc.nat(3) }),
  fc.record({ do: fc.constant("draw" as const) }),
  fc.record({ do: fc.constant("kill" as const), victim: fc.nat(5) }),
);
const programs = fc.array(fc.array(step, { maxLength: 12 }), { minLength: 1, maxLength: 6 });

interface World {
  readonly kernel: Kernel;
  readonly rooms: readonly Condition[];
  readonly fingerprint: Fingerprint;
}

function* run(program: readonly Step[], { kernel, rooms, fingerprint }: World, random: Random): Process {
  for (const step of program) {
    if (step.do === "sleep") yield sleep(step.ms);
    else if (step.do === "pause") yield pause();
    else if (step.do === "wait") fingerprint.add(yield (rooms[step.room] as Condition).wait(step.timeout));
    else if (step.do === "notify") rooms[step.room]?.notify(step.count);
    else if (step.do === "draw") fingerprint.add(random.whole(0, 1_000_000));
    else {
      const victim = kernel.tasks[step.victim];
      if (victim !== undefined) kernel.kill(victim);
    }
  }
}

function fingerprintOf(all: readonly (readonly Step[])[], seed: number, scheduler: Scheduler): string {
  const fingerprint = new Fingerprint();
  const kernel = new Kernel({ scheduler });
  kernel.trace = (mark, detail = {}) => fingerprint.add([kernel.now, mark, { ...detail }]);
  const random = new Random(seed);
  const world = { kernel, fingerprint, rooms: ["a", "b", "c"].map((name) => kernel.condition(name)) };
  for (const [i, program] of all.entries()) {
    kernel.spawn(`P${i}`, run(program, world, random.fork(`P${i}`)));
  }
  kernel.run();
  expect(kernel.quiescence().kind).toBe("finished");
  return fingerprint.toString();
}

test("the same programs and seed give the same trace, whatever the scheduler", () => {
  fc.assert(
    fc.property(programs, fc.integer(), (all, seed) => {
      const schedulers = [() => seeded(new Random(seed)), () => inOrder(["P2", "P0", "P1"])];
      for (const scheduler of [() => (): number => 0, ...schedulers]) {
        expect(fingerprintOf(all, seed, scheduler())).toBe(fingerprintOf(all, seed, scheduler()));
      }
    }),
  );
});

test("time never goes back, and every wait ends by its timeout", () => {
  fc.assert(
    fc.property(programs, fc.integer(), (all, seed) => {
      const kernel = new Kernel({ scheduler: seeded(new Random(seed)) });
      let before = 0;
      kernel.trace = (mark) => {
        expect(kernel.now).toBeGreaterThanOrEqual(before);
        before = kernel.now;
        if (mark === "timeout" || mark === "wake") {
          for (const task of kernel.tasks) expect(task.due).toBeGreaterThanOrEqual(kernel.now);
        }
      };
      const rooms = ["a", "b", "c"].map((name) => kernel.condition(name));
      const world = { kernel, rooms, fingerprint: new Fingerprint() };
      for (const [i, program] of all.entries()) kernel.spawn(`P${i}`, run(program, world, new Random(i)));
      kernel.run();
      expect(rooms.every((room) => room.waiting.length === 0)).toBe(true);
    }),
  );
});
