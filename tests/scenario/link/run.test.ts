import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  defaultsOf,
  type Field,
  type Input,
  Recording,
  registry,
  type System,
  traceHash,
} from "../../../src/engine/index.ts";
import { labHref } from "../../../src/player/link/lab-href.ts";
import { fingerprintOf } from "../../../src/scenario/link/fingerprint.ts";
import { LIMITS } from "../../../src/scenario/link/limits.ts";
import { openRun } from "../../../src/scenario/link/open-run.ts";
import { printRun } from "../../../src/scenario/link/print-run.ts";
import { printQuery, readQuery } from "../../../src/scenario/link/query.ts";
import { readRun } from "../../../src/scenario/link/read-run.ts";
import { anyInputs, anyValues, text } from "./any-run.ts";

const system = (id: string) => registry.get(id) as System;

/** What a page that is sent to an address reads from it. */
const queryOf = (address: string) =>
  new Map(new URLSearchParams(new URL(`http://site/${address}`).hash.split("?").slice(1).join("?")));

test.each([...registry.values()].map((known) => [known.id, known] as const))(
  "a run of %s reads back as it was printed, whatever is in it",
  (_, known) => {
    const seeds = fc.oneof(fc.constant(1), fc.nat(), fc.constant(Number.MAX_SAFE_INTEGER));
    fc.assert(
      fc.property(anyInputs(known), anyValues(known.parameters), seeds, (inputs, parameters, seed) => {
        const run = { setup: { system: known, parameters, seed }, inputs, length: 1 };
        const address = labHref(known.id, printRun(run, 0));
        const read = readRun(known, queryOf(address));
        expect(read).toEqual({ parameters, seed, inputs, cut: false, problems: [] });
      }),
      { numRuns: 150 },
    );
  },
);

test.each([...registry.values()].map((known) => [known.id, known] as const))(
  "a link to any run of %s opens the same moment of the same run",
  (_, known) => {
    fc.assert(
      fc.property(
        anyInputs(known, 12),
        anyValues(known.parameters),
        fc.nat(),
        (inputs, parameters, place) => {
          // Every frame of the run is hashed twice: no large queues, and no waiting for what never comes.
          const small = Object.entries(parameters).filter(([, value]) => !(Number(value) > 40));
          const usual = defaultsOf(known.parameters);
          const setup = { system: known, parameters: { ...usual, ...Object.fromEntries(small) }, seed: 3 };
          const isShort = ({ values }: Input) =>
            !("until" in values) && Object.values(values).every((value) => !(Number(value) > 40));
          const short = inputs.filter(isShort).slice(0, 4);
          const whole = new Recording(setup, short);
          const recording = whole.length > 100 ? whole.cutAt(100) : whole;
          fc.pre(recording.length < 500);
          const at = place % recording.length;
          const query = { ...printRun(recording, at), sum: fingerprintOf(recording, at) };
          const opened = openRun(known, readQuery(queryOf(`#/?${printQuery(query)}`)).query);
          expect(opened.problems).toEqual([]);
          expect(opened.at).toBe(at);
          expect(traceHash(opened.recording.setup, opened.recording.inputs)).toBe(
            traceHash(setup, recording.inputs),
          );
        },
      ),
      { numRuns: 4, interruptAfterTimeLimit: 5_000 },
    );
  },
);

describe("a link", () => {
  const race = system("thread-race");
  const setup = {
    system: race,
    parameters: { ...defaultsOf(race.parameters), code: "if-not-while" },
    seed: 1,
  };
  const pick = (thread: string): Input => ({ operation: "pick", values: { thread } });
  const inputs = [...["C0", "C0", "C0"].map(pick), { operation: "run", values: { steps: 2 } }, pick("P0")];

  test("can be read by a person", () => {
    const address = labHref(race.id, printRun(new Recording(setup, inputs), 4));
    expect(address).toBe("#/lab/thread-race?code=if-not-while&do=pick+C0+C0+C0;+run+2+steps;+pick+P0&at=4");
  });

  test("leads to the same frame of the same run", () => {
    const recording = new Recording(setup, inputs);
    for (const at of [0, 3, recording.length - 1]) {
      const opened = openRun(race, queryOf(labHref(race.id, printRun(recording, at))));
      expect(opened.problems).toEqual([]);
      expect(opened.at).toBe(at);
      expect(opened.recording.frame(at)).toEqual(recording.frame(at));
      expect(traceHash(opened.recording.setup, opened.recording.inputs)).toBe(traceHash(setup, inputs));
    }
  });

  test("says so when its run went another way where it was made", () => {
    const recording = new Recording(setup, inputs);
    const open = (sum: string) => openRun(race, new Map(Object.entries({ ...printRun(recording, 4), sum })));
    expect(open(fingerprintOf(recording, 4)).problems).toEqual([]);
    expect(open(fingerprintOf(recording, 3)).problems).toEqual([expect.stringMatching(/went another way/)]);
    expect(open("<b>").problems).toEqual([expect.stringMatching(/^sum must be 8 digits/)]);
    expect(open(fingerprintOf(recording, 3)).at).toBe(4);
  });

  test("to a run of 200,000 moves keeps no more frames than a window", () => {
    const system = registry.get("producer-consumer") as System;
    let made = 0;
    const counting: System = {
      ...system,
      snapshot: (instance) => {
        made += 1;
        return system.snapshot(instance);
      },
    };
    const steps = LIMITS.frames - 1;
    const opened = openRun(counting, new Map([["do", `run ${steps} steps`]]));
    expect(opened.recording.length).toBe(LIMITS.frames);
    expect(opened.at).toBe(steps);
    expect(made).toBeLessThan(LIMITS.frames / 10);
  });

  test("is not made of a run that is longer than one may hold", () => {
    const run = { setup, inputs: Array.from({ length: LIMITS.inputs + 1 }, () => pick("P0")), length: 9 };
    expect(printRun(run, 0)).toBeUndefined();
    expect(printRun({ setup, inputs, length: LIMITS.frames + 1 }, 0)).toBeUndefined();
  });
});

describe("what is wrong in a link is told, and what stands before it is kept", () => {
  const open = (id: string, query: Readonly<Record<string, string>>) =>
    openRun(system(id), new Map(Object.entries(query)));

  test.each([
    [
      "ring-buffer",
      "push A; pusj B; push C",
      1,
      /^Line 2 of the run, “pusj B”: .*did you mean “push”\? The operations/,
    ],
    [
      "ring-buffer",
      "push A; constructor; push C",
      1,
      /^Line 2 .*there is no operation “constructor”.* are .*push/,
    ],
    ["ring-buffer", "push A; ; __proto__ 1", 1, /^Line 2 .*there is no operation “__proto__”/],
    ["ring-buffer", 'push A; push ""', 1, /^Line 2 .*must be a text of 1 to 20 characters/],
    ["ring-buffer", 'push A; push "B', 1, /^Line 2 .*quotes of/],
    [
      "ring-buffer",
      `push A; push ${"B".repeat(LIMITS.line)}`,
      1,
      /^Line 2 .*too long: a line has at most 50,000/,
    ],
    ["ring-buffer", `push A; ${"push B;".repeat(LIMITS.script)}`, LIMITS.inputs, /at most|10,000 operations/],
    [
      "ring-buffer",
      "push T1..T9000; push U1..U9000",
      LIMITS.inputs,
      /^Line 2 .*goes beyond 10,000 operations/,
    ],
    ["ring-buffer", `push A${";".repeat(LIMITS.script)}`, 0, /^The run is too long: .*1,000,000 characters/],
    ["thread-race", "pick C0; run 99 days", 1, /^Line 2 .*run 50 ms/],
    ["thread-race", "pick C0; run 99999999999 ms", 1, /^Line 2 .*from 1 to 10,000,000/],
    [
      "producer-consumer",
      "run 5 steps; set producers 900",
      1,
      /^Line 2 .*producers must be a whole number from/,
    ],
    ["producer-consumer", "run 5 steps; set seed 2", 1, /^Line 2 .*can set/],
    ["producer-consumer", "run 5 steps; run 9000000 steps", 1, /^Operation 2 .*beyond 200,000 moves/],
  ])("%s, case %#", (id, script, kept, words) => {
    const { recording, at, problems } = open(id, { do: script, at: "999999" });
    expect(problems).toEqual([expect.stringMatching(words)]);
    expect(problems[0]?.length).toBeLessThan(520);
    expect(recording.inputs.length).toBeGreaterThanOrEqual(Math.min(kept, 1));
    expect(recording.inputs).toHaveLength(kept);
    expect(at).toBe(recording.length - 1);
  });

  test.each(["9", "-1", "1.5", "x", "", "1e1", "9".repeat(400)])("at=%s is no frame", (at) => {
    const opened = open("ring-buffer", { do: "push A", at });
    expect(opened.problems).toEqual([expect.stringMatching(/^at must be .* from 0 to \d+; found/)]);
    expect(opened.at).toBe(opened.recording.length - 1);
  });

  test("names of parameters, their values and the seed are told by name", () => {
    const opened = open("ring-buffer", { capcity: "9", capacity: "-4", seed: "x", do: "push A" });
    expect(opened.problems).toEqual([
      expect.stringMatching(/^There is no parameter “capcity”; did you mean “capacity”/),
      expect.stringMatching(/^capacity must be a whole number from .*; found “-4”\.$/),
      expect.stringMatching(/^seed must be a whole number, 0 or more; found “x”\.$/),
    ]);
    expect(opened.recording.inputs).toHaveLength(1);
  });

  test("hostile text does no more than be told of", () => {
    const hostile = fc.oneof(
      text,
      fc.string(),
      fc.constantFrom("push", "pick", "run", "set", ";", " ", "kill"),
    );
    const script = fc.array(hostile, { maxLength: 20 }).map((parts) => parts.join(" "));
    const ids = fc.constantFrom(...registry.keys());
    fc.assert(
      fc.property(ids, script, fc.string(), fc.string(), (id, lines, name, value) => {
        const { recording, at, problems } = open(id, { do: lines, [name]: value, at: value });
        expect(at).toBeLessThan(recording.length);
        for (const told of problems) expect(told).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
      }),
      { numRuns: 400 },
    );
  });

  test("a thread that nobody knows is refused by the run itself", () => {
    for (const known of registry.values()) {
      for (const [operation, { arguments: fields }] of Object.entries(known.operations)) {
        const kinds = Object.values(fields).map((field) => (field as Field).kind);
        if (kinds.length !== 1 || kinds[0] !== "thread") continue;
        const opened = openRun(known, new Map([["do", `${operation} constructor`]]));
        expect(opened.recording.inputs).toHaveLength(1);
      }
    }
  });
});
