import { describe, expect, it } from "vitest";
import { type SearchResult, search } from "../../../src/engine/explore/search.ts";
import { defaultsOf, type Plain, type Setup, type System } from "../../../src/engine/index.ts";
import { threadRace } from "../../../src/engine/systems/lanes/thread-race.ts";
import { everySchedule } from "./every-schedule.ts";

const system = threadRace as unknown as System;

function race(parameters: { readonly [name: string]: Plain } = {}): Setup {
  return { system, parameters: { ...defaultsOf(system.parameters), ...parameters }, seed: 1 };
}

function result(setup: Setup): SearchResult {
  const searching = search(setup, []);
  for (;;) {
    const { done, value } = searching.next();
    if (done) return value;
  }
}

describe("the race of a few threads round one queue", () => {
  it("loses an item by test-then-put when there are two producers, and by no schedule when there is one", () => {
    const found = result(race({ code: "test-then-put", producers: 2, consumers: 1 }));
    expect(found).toMatchObject({ found: true, fault: { kind: "invariant", id: "nothing-vanishes" } });
    expect(result(race({ code: "test-then-put" }))).toMatchObject({ found: false, complete: true });
  });

  it.each([
    ["if-not-while", 16, { kind: "failure", words: "an item was taken from an empty queue" }],
    ["notify-wrong", 11, { kind: "invariant", id: "somebody-awake" }],
    ["no-lock", 7, { kind: "failure", words: "an item was taken from an empty queue" }],
  ])("is broken by %s, in %i moves", (code, moves, fault) => {
    const found = result(race({ code }));
    expect(found).toMatchObject({ found: true, fault });
    if (found.found) expect(found.inputs).toHaveLength(moves);
  });

  it("is broken by nothing when the code is right: one producer and two consumers", () => {
    expect(result(race())).toMatchObject({ found: false, complete: true, schedules: 5_028n });
  });

  it("is broken by nothing when the code is right: two producers and two consumers", () => {
    const all = result(race({ producers: 2 }));
    expect(all).toMatchObject({ found: false, complete: true, schedules: 266_660_976n });
  });

  it("has as many schedules as there are when each is tried by itself", () => {
    for (const parameters of [
      { consumers: 1, items: 2 },
      { code: "if-not-while", consumers: 1 },
    ]) {
      const { schedules } = everySchedule(race(parameters));
      expect(result(race(parameters))).toMatchObject({ complete: true, schedules: BigInt(schedules) });
    }
  });
});
