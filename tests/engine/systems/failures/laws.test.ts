import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  bufferBloat,
  cascadingSlowdown,
  clockDrift,
  consumerLag,
  type FailureState,
  type Field,
  headOfLine,
  type Input,
  isSettled,
  type Plain,
  Recording,
  type System,
  traceHash,
} from "../../../../src/engine/index.ts";
import { broken, framesOf, setupOf } from "../script.ts";
import { run, set } from "./scenario.ts";

const systems = [bufferBloat, cascadingSlowdown, consumerLag, headOfLine, clockDrift] as unknown as System[];

function anyValue(field: Field): fc.Arbitrary<Plain> {
  if (field.kind === "choice") return fc.constantFrom(...(field.options ?? []));
  const { min, max } = field.range ?? { min: 0, max: 0 };
  return fc.oneof(
    { weight: 1, arbitrary: fc.constantFrom(min, max) },
    { weight: 4, arbitrary: fc.integer({ min, max }) },
    { weight: 4, arbitrary: fc.integer({ min, max: Math.min(max, min + 40) }) },
  );
}

function anyParameters({ parameters }: System): fc.Arbitrary<{ [name: string]: Plain }> {
  return fc.record(
    Object.fromEntries(Object.entries(parameters).map(([name, field]) => [name, anyValue(field as Field)])),
    { requiredKeys: [] },
  );
}

function anyScript(system: System): fc.Arbitrary<Input[]> {
  const live = (system.live ?? []).map((name) =>
    anyValue(system.parameters[name] as Field).map((value) => set(name, value)),
  );
  const own = Object.entries(system.operations).map(([operation, { arguments: fields }]) =>
    fc
      .record(
        Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, anyValue(field as Field)])),
      )
      .map((values): Input => ({ operation, values })),
  );
  return fc.array(
    fc.oneof(
      { weight: 5, arbitrary: fc.integer({ min: 1, max: 700 }).map(run) },
      {
        weight: 1,
        arbitrary: fc
          .integer({ min: 1, max: 60 })
          .map((steps): Input => ({ operation: "run", values: { steps } })),
      },
      { weight: 3, arbitrary: fc.oneof(...live) },
      { weight: 1, arbitrary: fc.oneof(...own) },
    ),
    { maxLength: 12 },
  );
}

const PLACES = [
  "onTheWay",
  "queued",
  "inWork",
  "done",
  "late",
  "fallback",
  "dropped",
  "refused",
  "lost",
] as const;

describe.each(systems.map((system) => ({ id: system.id, system })))("$id", ({ system }) => {
  test("accounts for every item and keeps its invariants, whatever is set and done", () => {
    fc.assert(
      fc.property(anyParameters(system), fc.integer(), anyScript(system), (parameters, seed, script) => {
        for (const frame of framesOf(setupOf(system, parameters, seed), script)) {
          if (!isSettled(frame)) continue;
          const { account, stages } = frame.state as FailureState;
          expect(account.arrived).toBe(PLACES.reduce((sum, place) => sum + account[place], 0));
          expect(broken(system, frame.state), `frame ${frame.index}`).toEqual([]);
          for (const { waiting, depth } of stages) expect(waiting.length).toBe(Math.min(depth, 24));
        }
      }),
      { numRuns: 25 },
    );
  });

  test("runs the same way from the same seed and inputs, also when it is entered in the middle", () => {
    fc.assert(
      fc.property(anyParameters(system), fc.integer(), anyScript(system), (parameters, seed, script) => {
        const setup = setupOf(system, parameters, seed);
        expect(traceHash(setup, script)).toBe(traceHash(setup, script));
        const frames = framesOf(setup, script);
        const recording = new Recording(setup, script, 16);
        const index = Math.floor(frames.length / 3);
        expect(JSON.stringify(recording.frame(index))).toBe(JSON.stringify(frames[index]));
      }),
      { numRuns: 6 },
    );
  });

  test("changes nothing in a state once it was given out", () => {
    const states: object[] = [];
    const texts: string[] = [];
    for (const { state } of framesOf(setupOf(system), [run(400), set("fault", "on"), run(400)])) {
      states.push(state);
      texts.push(JSON.stringify(state));
    }
    expect(states.map((state) => JSON.stringify(state))).toEqual(texts);
  });

  test("is wrong only where its invariants say so", () => {
    const [created] = framesOf(setupOf(system), []);
    const state = created?.state as FailureState;
    expect(broken(system, { ...state, account: { ...state.account, arrived: 1 } })).toEqual([
      "accounted-for",
    ]);
  });
});
