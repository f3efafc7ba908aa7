import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { faultAt } from "../../../src/engine/explore/fault.ts";
import { LIMITS, type Limits, type SearchResult, search } from "../../../src/engine/explore/search.ts";
import { type Input, Recording, type Setup } from "../../../src/engine/index.ts";
import { everySchedule } from "./every-schedule.ts";
import { type Program, type Statement, systemOf } from "./small-program.ts";

function setupOf(program: Program, forbidden = -1): Setup {
  return { system: systemOf(program, forbidden), parameters: {}, seed: 3 };
}

function toTheEnd(setup: Setup, inputs: readonly Input[] = [], limits: Limits = LIMITS): SearchResult {
  const searching = search(setup, inputs, limits);
  for (;;) {
    const { done, value } = searching.next();
    if (done) return value;
  }
}

const read: Statement = { do: "read", variable: 0 };
const write: Statement = { do: "write", variable: 0 };
const add: Statement = { do: "add", variable: 0 };

const variable = fc.nat(1);
const statement: fc.Arbitrary<Statement> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant("read" as const), variable }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("write" as const), variable }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("add" as const), variable }) },
  fc.record({ do: fc.constant("sleep" as const), for: fc.nat(3) }),
  fc.record({ do: fc.constant("wait" as const), timeout: fc.constantFrom(0, 2, Number.POSITIVE_INFINITY) }),
  fc.record({ do: fc.constant("notify" as const) }),
  fc.record({ do: fc.constant("draw" as const) }),
  fc.record({ do: fc.constant("fail-if" as const), read: fc.constantFrom(1, 2) }),
);
const programs = fc.array(fc.array(statement, { minLength: 1, maxLength: 3 }), {
  minLength: 1,
  maxLength: 3,
});

describe("a search for a schedule that breaks something", () => {
  it("finds one exactly when trying every schedule one by one does, none longer, and counts them all", () => {
    fc.assert(
      fc.property(programs, fc.integer({ min: 1, max: 4 }), (program, forbidden) => {
        const setup = setupOf(program, forbidden);
        const naive = everySchedule(setup);
        const result = toTheEnd(setup);
        if (result.found) expect(result.inputs).toHaveLength(naive.shortest ?? -1);
        else expect(result).toMatchObject({ complete: true, schedules: BigInt(naive.schedules) });
        expect(result.found).toBe(naive.shortest !== undefined);
      }),
      { numRuns: 300 },
    );
  });

  it("gives inputs that lead to the fault, and to none before it", () => {
    const setup = setupOf([[read, write], [read, write], [add]], 1 + 1 + 1);
    const racing = setupOf(
      [
        [read, write, read, { do: "fail-if", read: 1 }],
        [read, write],
      ],
      -1,
    );
    for (const given of [setup, racing]) {
      const result = toTheEnd(given);
      if (!result.found) throw new Error("it found nothing");
      const recording = new Recording(given, result.inputs);
      const faults = Array.from({ length: recording.length }, (_, at) =>
        faultAt(given.system, recording.frame(at)),
      );
      expect(faults.slice(0, -1).every((fault) => fault === undefined)).toBe(true);
      expect(faults.at(-1)).toEqual(result.fault);
    }
  });

  it("goes on from where the inputs so far have led", () => {
    const setup = setupOf([[read, write], [add]], 2);
    expect(toTheEnd(setup).found).toBe(true);
    const lost = [pick("T0"), pick("T1"), pick("T1")];
    expect(toTheEnd(setup, lost)).toMatchObject({ found: false, complete: true });
    expect(toTheEnd(setup, lost.slice(0, 2))).toMatchObject({ found: false, schedules: 3n });
  });

  it("lets the clock move where nobody can", () => {
    const setup = setupOf(
      [
        [{ do: "sleep", for: 5 }, add],
        [{ do: "sleep", for: 9 }, add],
      ],
      2,
    );
    const result = toTheEnd(setup);
    if (!result.found) throw new Error("it found nothing");
    const words = result.inputs.map(({ operation, values }) => values.thread ?? operation);
    expect(words).toEqual(["T0", "T1", "run", "T0", "T0", "run", "T1"]);
  });

  it("says so when something is broken already", () => {
    const result = toTheEnd(setupOf([[add]], 0));
    expect(result).toMatchObject({ found: true, inputs: [], fault: { kind: "invariant", id: "allowed" } });
  });

  it("says that it has not tried everything when it stops at a limit", () => {
    const setup = setupOf([
      [add, add, add],
      [add, add, add],
      [add, add, add],
    ]);
    for (const limit of [{ states: 20 }, { depth: 4 }, { steps: 30 }]) {
      expect(toTheEnd(setup, [], { ...LIMITS, ...limit })).toMatchObject({ found: false, complete: false });
    }
    // Every thread has one step more, its last: (4 + 4 + 4)! / (4! 4! 4!)
    expect(toTheEnd(setup)).toMatchObject({ complete: true, schedules: 34_650n, depth: 12 });
  });

  it("tells how far it has come, and can be left at any time", () => {
    const long = Array.from({ length: 9 }, () => read);
    const searching = search(setupOf([long, long, long]), []);
    const first = searching.next().value;
    const second = searching.next().value;
    expect(second.states).toBeGreaterThan(first.states);
    expect(second.depth).toBeGreaterThanOrEqual(first.depth);
    searching.return(undefined as never);
    expect(searching.next().done).toBe(true);
  });

  it("refuses a system that has no kernel", () => {
    const { kernel: _, ...without } = systemOf([[add]], 1);
    expect(() => toTheEnd({ system: without, parameters: {}, seed: 1 })).toThrow(/no kernel/);
  });
});

function pick(thread: string): Input {
  return { operation: "pick", values: { thread } };
}
