import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { registry, type System } from "../../../src/engine/index.ts";
import {
  choicesAt,
  type Exercise,
  type ExercisePlace,
  exerciseOf,
  frameAt,
  judgeMove,
  kindOf,
  movesLeft,
  START,
} from "../../../src/engine/practice/exercise.ts";
import { DONE, type Move, type Practice } from "../../../src/engine/practice/practice.ts";
import { practices } from "../../../src/engine/practice/practices.ts";

const all = [...practices].flatMap(([id, practice]) =>
  Object.keys(practice.operations).map((operation) => ({ id, practice, operation })),
);
const any = fc.record({
  which: fc.nat(all.length - 1),
  seed: fc.nat(1_000_000),
  number: fc.nat(500),
});

interface Drawn {
  readonly which: number;
  readonly seed: number;
  readonly number: number;
}

function make({ which, seed, number }: Drawn): Exercise {
  const { id, practice, operation } = all[which] as (typeof all)[number];
  return exerciseOf(registry.get(id) as System, practice, [operation], seed, number);
}

/** The places of the model answer, from the first to where it is done. */
function* placesOf(exercise: Exercise): Generator<ExercisePlace> {
  let place: ExercisePlace = START;
  for (let [move] = movesLeft(exercise, place); move !== undefined; [move] = movesLeft(exercise, place)) {
    yield place;
    const judgement = judgeMove(exercise, place, move);
    if (!judgement.right) throw new Error(judgement.words);
    place = judgement.place;
  }
  yield place;
}

const same = (one: Move, other: Move) => one.kind === other.kind && one.target === other.target;

describe("an exercise made out of a seed", () => {
  it("has a model answer of one move or more, every move of which may be chosen and is judged right", () => {
    fc.assert(
      fc.property(any, (drawn) => {
        const exercise = make(drawn);
        const places = [...placesOf(exercise)];
        expect(places.length).toBeGreaterThan(1);
        for (const place of places.slice(0, -1)) {
          const choices = choicesAt(exercise, place);
          for (const move of movesLeft(exercise, place)) {
            expect(choices.some((choice) => same(choice, move))).toBe(true);
          }
        }
        expect(exercise.steps.at(-1)?.moves).toEqual([{ kind: DONE, target: null }]);
      }),
    );
  });

  it("judges everything else wrong at every place, and says what the engine does and why", () => {
    fc.assert(
      fc.property(any, (drawn) => {
        const exercise = make(drawn);
        for (const place of [...placesOf(exercise)].slice(0, -1)) {
          const left = movesLeft(exercise, place);
          for (const choice of choicesAt(exercise, place)) {
            if (left.some((move) => same(move, choice))) continue;
            const judgement = judgeMove(exercise, place, choice);
            const { kind, target } = left[0] as Move;
            const clause = kindOf(exercise, kind).says(target).slice(1);
            expect(judgement.right).toBe(false);
            expect(judgement.words).toContain(clause);
            expect(judgement.words).toContain(exercise.steps[place.step]?.why);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it("is the same for the same seed and number, and shows nothing that is still to be said", () => {
    fc.assert(
      fc.property(any, (drawn) => {
        const [one, other] = [make(drawn), make(drawn)];
        expect(one.told).toBe(other.told);
        expect(one.steps).toEqual(other.steps);
        let last = one.from;
        for (const place of placesOf(one)) {
          const frame = frameAt(one, place);
          expect(frame).toBeGreaterThanOrEqual(last);
          const next = one.steps[place.step];
          if (next !== undefined && next.frame !== one.from) expect(frame).toBeLessThan(next.frame);
          last = frame;
        }
        expect(last).toBe(one.recording.length - 1);
      }),
      { numRuns: 40 },
    );
  });

  it.each(all)("has ever new states: $id $operation", ({ id, practice, operation }) => {
    const told = Array.from({ length: 40 }, (_, number) => {
      const exercise = exerciseOf(registry.get(id) as System, practice, [operation], 1, number);
      const { state } = exercise.recording.frame(exercise.from);
      return JSON.stringify([exercise.told, state]);
    });
    expect(new Set(told).size).toBeGreaterThan(12);
    expect(told.filter((one, at) => one === told[at + 1]).length).toBeLessThan(5);
  });

  it("says which operations cannot be practised", () => {
    const system = registry.get("ring-buffer") as System;
    const practice = practices.get("ring-buffer") as Practice;
    expect(() => exerciseOf(system, practice, ["clear"], 1, 0)).toThrow(
      "ring-buffer has no practice of “clear”",
    );
  });
});

describe("what is asked", () => {
  const exercises = (id: string, operation: string, count = 120) =>
    Array.from({ length: count }, (_, number) =>
      exerciseOf(registry.get(id) as System, practices.get(id) as Practice, [operation], 7, number),
    );
  const kinds = (exercise: Exercise) => exercise.steps.flatMap(({ moves }) => moves.map(({ kind }) => kind));

  it("of a ring: full and not, and head and tail round the end of the array", () => {
    const push = exercises("ring-buffer", "push");
    expect(push.some((exercise) => kinds(exercise)[0] === "refuse")).toBe(true);
    const wraps = push.filter((exercise) =>
      exercise.steps.some(({ moves: [move] }) => move?.kind === "advance-head" && move.target === 0),
    );
    expect(wraps.length).toBeGreaterThan(10);
    expect(kinds(push.find((exercise) => kinds(exercise).length > 2) as Exercise)).toEqual([
      "write",
      "advance-head",
      "grow",
      "done",
    ]);
    expect(exercises("ring-buffer", "pop").some((exercise) => kinds(exercise)[0] === "nothing-there")).toBe(
      true,
    );
  });

  it("of a window: what is gone, what is held, and what is not yet written", () => {
    const windows = exercises("overwriting-ring-buffer", "window").map(kinds);
    expect(windows.some((moves) => moves.includes("gone") && moves.includes("read"))).toBe(true);
    expect(
      exercises("overwriting-ring-buffer", "window").some(({ steps }) =>
        steps.at(-1)?.why.includes("is not written yet"),
      ),
    ).toBe(true);
  });

  it("of a queue: who waits in which room, who is woken, and who is locked out", () => {
    const found = new Set(
      [...exercises("blocking-queue", "put"), ...exercises("blocking-queue", "get")].flatMap(kinds),
    );
    expect([...found].sort()).toEqual(
      ["done", "lock", "locked-out", "notEmpty", "notFull", "store", "take", "wake"].sort(),
    );
  });

  it("of a log: rolls, copies, and an answer that comes before or after the copies, by acks", () => {
    const produced = exercises("distributed-log", "produce", 60);
    const found = new Set(produced.flatMap(kinds));
    expect([...found].sort()).toEqual(
      ["acknowledge", "append", "copy", "done", "partition", "roll", "watermark"].sort(),
    );
    for (const exercise of produced) {
      const order = kinds(exercise).filter((kind) => kind === "acknowledge" || kind === "watermark");
      const first = exercise.recording.setup.parameters.acks === "1" ? "acknowledge" : "watermark";
      expect(order[0]).toBe(first);
    }
  });

  it("of retention: segments from the oldest on, and now and then none", () => {
    const removed = exercises("distributed-log", "enforceRetention", 60).map(
      ({ steps }) => steps.filter(({ moves: [move] }) => move?.kind === "remove").length,
    );
    expect(removed).toContain(0);
    expect(Math.max(...removed)).toBeGreaterThan(1);
  });

  it("of a group: each consumer once, and sticky leaves each its share, the lowest first", () => {
    const operations = ["addConsumer", "removeConsumer", "crashConsumer"];
    for (const exercise of operations.flatMap((name) => exercises("distributed-log", name, 30))) {
      const { recording, from, steps } = exercise;
      const group = (frame: number) =>
        (recording.frame(frame).state as LogLike).groups.find(({ id }) => id === "trading") as GroupLike;
      const after = [...group(recording.length - 1).members];
      expect(steps.filter(({ moves: [move] }) => move?.kind === "all").length).toBe(after.length);
      const given = steps.flatMap(({ moves }) => moves.filter(({ kind }) => kind === "take"));
      expect(new Set(given.map(({ target }) => target)).size).toBe(
        Number(recording.setup.parameters.partitions),
      );
      if (group(from).assignor !== "sticky") continue;
      const share = Math.floor(Number(recording.setup.parameters.partitions) / after.length);
      for (const { id, owns } of after) {
        const had = [...([...group(from).members].find((member) => member.id === id)?.owns ?? [])];
        const kept = had.sort((a, b) => a - b).slice(0, share);
        expect(owns).toEqual(expect.arrayContaining(kept));
      }
    }
  });
});

interface GroupLike {
  readonly id: string;
  readonly assignor: string;
  readonly members: Iterable<{ readonly id: string; readonly owns: readonly number[] }>;
}

interface LogLike {
  readonly groups: readonly GroupLike[];
}
