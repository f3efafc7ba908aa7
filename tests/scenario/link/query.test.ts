import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Input, registry, type System } from "../../../src/engine/index.ts";
import { LIMITS, QUERY } from "../../../src/scenario/link/limits.ts";
import { openRun } from "../../../src/scenario/link/open-run.ts";
import { pack } from "../../../src/scenario/link/packed.ts";
import { printRun, usualIn } from "../../../src/scenario/link/print-run.ts";
import { printQuery, readQuery } from "../../../src/scenario/link/query.ts";
import { parseQueryText, printQueryText } from "../../../src/scenario/link/query-text.ts";

const wellFormed = fc.string({ unit: "binary" }).filter((text) => !/\p{Cs}/u.test(text));
const anyQuery = fc.dictionary(
  wellFormed.filter((name) => name !== "" && name !== "__proto__"),
  wellFormed,
);
/** As a browser reads it from an address. */
const entriesIn = (text: string) => new URLSearchParams(text);
const told = (text: string) => readQuery(entriesIn(text)).problems;

describe("the text of a query", () => {
  test("reads back as it was printed, by a browser too", () => {
    fc.assert(
      fc.property(anyQuery, (query) => {
        const text = printQueryText(query);
        const entries = new Map(Object.entries(query));
        expect(parseQueryText(text)).toEqual(entries);
        expect(new Map(entriesIn(text))).toEqual(entries);
      }),
      { examples: [[{ "=": "=" }]] },
    );
  });

  test("may be anything", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void parseQueryText(text)));
    expect(parseQueryText("a=%E0%A4%A&b")).toEqual(
      new Map([
        ["a", "%E0%A4%A"],
        ["b", ""],
      ]),
    );
  });
});

describe("the query of a link", () => {
  const long = { capacity: "4", do: "push A; pop; ".repeat(400), at: "7" };

  test("is readable while it is short", () => {
    expect(printQuery({ capacity: "4", do: "push A; pop", at: "2" })).toBe("capacity=4&do=push+A;+pop&at=2");
  });

  test("is compressed when it is long, all but the place in an episode, and reads back the same", () => {
    const printed = printQuery({ step: "3", move: "2", ...long }) ?? "";
    expect(printed).toMatch(/^step=3&move=2&z=1[\w-]+$/);
    expect(printed.length).toBeLessThan(200);
    expect(readQuery(entriesIn(printed))).toEqual({
      query: new Map(Object.entries({ step: "3", move: "2", ...long })),
      problems: [],
    });
  });

  test("is none when it is too long even so", () => {
    const noise = Array.from({ length: 3_000 }, (_, index) => Math.imul(index, 0x9e3779b1).toString(36)).join(
      " ",
    );
    expect(noise.length).toBeGreaterThan(QUERY.longest);
    expect(printQuery({ do: noise })).toBeUndefined();
  });

  test("holds a run of 2,000 operations", () => {
    const system = registry.get("producer-consumer") as System;
    const inputs = Array.from({ length: 2_000 }, (_, index): Input => {
      if (index % 5 === 1) {
        return { operation: "set", values: { parameter: "producers", value: 1 + ((index * 7) % 9) } };
      }
      if (index % 5 === 3) return { operation: "pick", values: { thread: `C${(index * 5) % 3}` } };
      return { operation: "run", values: { for: 1 + ((index * index) % 90) } };
    });
    const { parameters, seed } = usualIn(system);
    const query = printRun({ setup: { system, parameters, seed }, inputs, length: 9 }, 3);
    const printed = query && printQuery(query);
    expect(printed?.length).toBeLessThan(QUERY.longest);
    expect(readQuery(entriesIn(printed ?? "")).query).toEqual(new Map(Object.entries(query ?? {})));
  });

  test.each([
    ["v=2&do=push+A", "newer version"],
    ["v=999999", "newer version"],
    ["v=0", "v must be the version of the link, 1; found “0”"],
    ["v=", "v must be"],
    ["v=__proto__", "v must be"],
    ["v=1.5", "v must be"],
    [`v=${"9".repeat(5_000)}`, "v must be"],
    ["z=", "cannot be read: it is empty"],
    ["z=2abcdefg", "newer version"],
    ["z=!!!", "begins with “!”"],
    ["z=1AAAAAAAAAA", "cut short or changed"],
    [`z=${pack("do=push A").slice(0, -3)}`, "cut short or changed"],
    [`z=${pack("A".repeat(LIMITS.unpacked + 1))}`, "longer than the 4000000 bytes"],
  ])("%s is told of, and the place in the episode is left", (text, words) => {
    const { query, problems } = readQuery(entriesIn(`step=4&move=2&${text}`));
    expect(problems).toEqual([expect.stringContaining(words)]);
    expect(problems[0]?.length).toBeLessThan(520);
    expect([...query]).toEqual([
      ["step", "4"],
      ["move", "2"],
    ]);
  });

  test("of the first version may say so", () => {
    expect(told("v=1&do=push+A")).toEqual([]);
  });

  test("has nothing packed within what is packed, and what stands outside it counts", () => {
    const { query } = readQuery(entriesIn(`at=1&z=${pack("at=5&z=1&v=7&do=push+A")}`));
    expect(query).toEqual(
      new Map([
        ["at", "1"],
        ["do", "push A"],
      ]),
    );
  });

  test("may be anything, also a real one with something changed in it", () => {
    const real = `step=4&move=2&z=${pack(printQueryText(long))}`;
    const changed = fc
      .tuple(fc.nat(real.length), fc.nat(6), fc.string({ maxLength: 6 }))
      .map(([at, cut, put]) => real.slice(0, at) + put + real.slice(at + cut));
    const system = registry.get("ring-buffer") as System;
    fc.assert(
      fc.property(fc.oneof(changed, fc.string({ unit: "binary" }), fc.webQueryParameters()), (text) => {
        const { query, problems } = readQuery(entriesIn(text));
        for (const words of problems) expect(words).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
        const { recording, at } = openRun(system, query);
        expect(at).toBeLessThan(recording.length);
      }),
      { numRuns: 200 },
    );
  });
});

test("no parameter of a system is named as something that a link holds", () => {
  const taken = ["do", "at", "seed", "step", "move", "from", "given", "tab", "sum", "v", "z"];
  for (const { parameters } of registry.values()) {
    for (const name of taken) expect(Object.hasOwn(parameters, name)).toBe(false);
  }
});
