import fc from "fast-check";
import { type Input, type Plain, Recording, registry, type System } from "../../src/engine/index.ts";
import type { LanesState } from "../../src/engine/systems/lanes/lanes-state.ts";
import type { Picture } from "../../src/views/view.ts";
import { setupOf } from "../engine/systems/script.ts";

/** Which scene, and with which parameters. */
interface Scene {
  readonly system: string;
  readonly parameters: { readonly [name: string]: Plain };
  readonly acts: readonly Input[];
}

const act = (operation: string, values: Input["values"] = {}): Input => ({ operation, values });
const busy = { processingMin: 4, processingMax: 20 };
const workshopActs = [
  act("addProducer"),
  act("removeConsumer"),
  act("burst", { items: 30 }),
  act("kill", { thread: "C0" }),
  act("pause", { thread: "P0" }),
  act("resume", { thread: "P0" }),
  act("slow", { thread: "C1", factor: 10 }),
  act("drainAndStop"),
];
const shop = (parameters: Scene["parameters"]): Scene => ({
  system: "producer-consumer",
  parameters: { ...busy, ...parameters },
  acts: workshopActs,
});
const race = (code: string): Scene => ({
  system: "thread-race",
  parameters: { producers: 2, consumers: 2, items: 2, capacity: 1, code },
  acts: [],
});

/** Scenes of every size and every fault, by name. */
export const scenes: { readonly [name: string]: Scene } = {
  small: shop({ producers: 2, consumers: 3, capacity: 8 }),
  impatient: shop({ producers: 3, consumers: 1, capacity: 1, putTimeout: 3, onFull: "drop" }),
  growing: shop({ producers: 6, consumers: 1, capacity: 5, putTimeout: 2, onFull: "add-consumer" }),
  rows: shop({ producers: 16, consumers: 9, capacity: 24 }),
  crowd: shop({ producers: 200, consumers: 200, capacity: 1000 }),
  large: shop({ producers: 3, consumers: 2, capacity: 100_000, produceTime: 1 }),
  nobody: shop({ producers: 0, consumers: 0, capacity: 3 }),
  right: race("right"),
  "if-not-while": race("if-not-while"),
  "notify-wrong": race("notify-wrong"),
  "no-lock": race("no-lock"),
  "test-then-put": race("test-then-put"),
  calls: {
    system: "blocking-queue",
    parameters: { capacity: 2 },
    acts: [
      act("put", { item: "A", timeout: 20 }),
      act("put", { item: "a name of twenty cha", timeout: null }),
      act("put", { item: "B", timeout: 7 }),
      act("get", { timeout: 9 }),
      act("get", { timeout: null }),
      act("tryPut", { item: "T" }),
      act("tryGet"),
      act("close"),
    ],
  },
};

/** Every picture of a random stretch of a scene, `most` at most, after it ran for a random while. */
export function lanesRun(name: string, most = 10): fc.Arbitrary<readonly Picture<LanesState>[]> {
  const { system: id, parameters, acts } = scenes[name] as Scene;
  const system = registry.get(id) as System;
  const turn = fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 1, max: 4 }).map((steps) => act("run", { steps })) },
    { weight: 3, arbitrary: fc.nat(9) },
    ...(acts.length === 0 ? [] : [{ weight: 2, arbitrary: fc.constantFrom(...acts) }]),
  );
  return fc
    .record({
      seed: fc.nat(),
      before: fc.nat(400),
      early: fc.array(turn, { maxLength: 4 }),
      turns: fc.array(turn, { minLength: 2, maxLength: most }),
    })
    .map(({ seed, before, early, turns }) => {
      const recording = new Recording(setupOf(system, parameters, seed)) as unknown as Recording<LanesState>;
      const move = (turn: Input | number): void => {
        if (typeof turn !== "number") recording.do(turn);
        else {
          const { runnable } = recording.frame(recording.length - 1).state;
          const thread = runnable[turn % Math.max(1, runnable.length)];
          if (thread !== undefined) recording.do(act("pick", { thread }));
        }
      };
      for (const turn of early) move(turn);
      recording.do(act("run", { steps: before }));
      const start = recording.length - 1;
      for (const turn of turns) move(turn);
      const length = Math.min(recording.length - start, most);
      return Array.from({ length }, (_, i) => ({ frame: recording.frame(start + i), ahead: [] }));
    });
}
