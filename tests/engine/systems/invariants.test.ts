import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isSettled, registry } from "../../../src/engine/index.ts";
import { anyInputs, broken, framesOf, setupOf } from "./script.ts";

const systems = [...registry.values()];
const capacity = fc.integer({ min: 2, max: 9 });

describe.each(systems.map((system) => ({ id: system.id, system })))("$id", ({ system }) => {
  test("keeps its invariants between any two operations, but for those it is there to break", () => {
    fc.assert(
      fc.property(capacity, fc.integer(), anyInputs(system), (slots, seed, all) => {
        for (const frame of framesOf(setupOf(system, { capacity: slots }, seed), all)) {
          if (!isSettled(frame)) continue;
          const wrong = broken(system, frame.state).filter((id) => !system.breaks?.includes(id));
          expect(wrong, `after ${frame.cause.operation}, input ${frame.cause.input}`).toEqual([]);
        }
      }),
    );
  });

  test("has unique invariants, all of which hold at the start", () => {
    const ids = system.invariants.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining([...(system.breaks ?? [])]));
    const [created] = framesOf(setupOf(system), []);
    expect(broken(system, created?.state ?? {})).toEqual([]);
  });

  test("has views, and help for everything that can be set or done", () => {
    expect(system.views?.length).toBeGreaterThan(0);
    for (const field of Object.values(system.parameters)) expect(field.help).toMatch(/\.$/);
    for (const operation of Object.values(system.operations)) {
      expect(operation.help).toMatch(/\.$/);
      for (const field of Object.values(operation.arguments)) expect(field.help).toMatch(/\.$/);
    }
  });
});

test("ids are unique and the registry knows each by its id", () => {
  for (const [id, system] of registry) expect(system.id).toBe(id);
});
