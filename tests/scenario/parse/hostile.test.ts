import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { Allowance, TooMuch } from "../../../src/scenario/allowance.ts";
import { chapterProblems, parseEpisode } from "../../../src/scenario/parse/index.ts";
import { fence, HEAD, known, OPENING, problemsOf } from "../fixture.ts";

const real = readFileSync(new URL("../../../episodes/07-ring-buffers/en.md", import.meta.url), "utf8");
// One chapter of each kind is enough to be mutated: all of them would be run each time.
const start = real.slice(0, real.indexOf("## 8:00"));

/** A text that may come from anywhere is read, and run as far as it is allowed. */
function survives(text: string): void {
  const parsed = parseEpisode(text, known);
  const lines = text.split(/\r\n|\n|\r/).length;
  const problems = parsed.episode.chapters.flatMap(
    (_, index) => chapterProblems(parsed, index, known, { most: 3_000 }) ?? [],
  );
  for (const { line, column, message } of [...parsed.problems, ...problems]) {
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(lines + 1);
    expect(column).toBeGreaterThanOrEqual(1);
    expect(message).not.toBe("");
  }
  if (parsed.problems.length === 0) expect(parsed.episode.title).not.toBe("");
  for (const href of JSON.stringify(parsed.episode).matchAll(/"href":"([^"]*)"/g)) {
    const safe = /^(#\/|https?:\/\/)/i.test(href[1] ?? "");
    if (!safe) expect(parsed.problems.length).toBeGreaterThan(0);
  }
}

const scrap = fc.oneof(
  fc.constantFrom(
    "```",
    "~~~",
    "```system\n",
    "```do\n",
    "```ask\n",
    "```look\n",
    "---\n",
    "## ",
    "{#a}",
    "|",
    "0:00",
    "push ",
    "A..Z",
    "T0..T9999",
    "expect ",
    "size = ",
    "run until ",
    "pick ",
    "set ",
    "__proto__",
    "constructor",
    "toString",
    "prototype",
    "[x](javascript:alert(1))",
    "![x](y)",
    "<script>",
    "<img src=x onerror=alert(1)>",
    "<!--",
    "-->",
    "&#0;",
    "\u202e",
    "\0",
    "\ud800",
    "((((",
    "[[[[",
    "\n\n",
    "\n",
    "\t",
    "    ",
    "- ",
    "1. ",
    "> ",
    "*",
    "`",
    '"',
    "\\",
    ":",
    ";",
    "= ",
    "options:\n",
  ),
  fc.string({ unit: "binary", maxLength: 8 }),
);

describe("a hostile text", () => {
  it("never throws, and its problems have places: mutations of a real episode", () => {
    const cut = fc.record({
      at: fc.nat(start.length),
      length: fc.oneof(fc.nat(40), fc.nat(2_000)),
      put: fc.array(scrap, { maxLength: 4 }).map((scraps) => scraps.join("")),
    });
    fc.assert(
      fc.property(fc.array(cut, { minLength: 1, maxLength: 4 }), (cuts) => {
        let text = start;
        for (const { at, length, put } of cuts) text = text.slice(0, at) + put + text.slice(at + length);
        survives(text);
      }),
      { numRuns: 60 },
    );
  });

  it("never throws, and its problems have places: scraps in any order", () => {
    fc.assert(
      fc.property(fc.array(scrap, { maxLength: 60 }), fc.boolean(), (scraps, opened) => {
        survives((opened ? OPENING : "") + scraps.join(""));
      }),
      { numRuns: 300 },
    );
  });

  it.each(["__proto__", "constructor", "prototype", "toString", "hasOwnProperty"])(
    "%s names nothing in it",
    (name) => {
      const scene = `${HEAD}## 0:00 A {#a}\n\n`;
      for (const text of [
        `${scene}${fence("system", name)}\nLook:\n`,
        `${scene}${fence("system", "ring-buffer", `${name}: 3`)}\nLook:\n`,
        `${scene}${fence("system", "ring-buffer")}${fence("look", name)}\nLook:\n`,
        `${OPENING}\n${fence("do", name)}`,
        `${OPENING}\n${fence("do", `expect ${name} = 1`)}`,
        `${OPENING}\n${fence("ask", "question: ?", `answer: ${name}`, "pick: number")}`,
        `${scene}${fence("system", "producer-consumer")}\nLook:\n\n${fence("do", `set ${name} 3`)}`,
      ]) {
        expect(problemsOf(text).length).toBeGreaterThan(0);
      }
      expect(({} as { readonly polluted?: unknown }).polluted).toBeUndefined();
    },
  );

  it.each([
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    "java\tscript:alert(1)",
    " javascript:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "//evil.example",
    "file:///etc/passwd",
    "blob:x",
    "#x",
    "relative",
    "",
  ])("a link to %j is refused where it stands", (href) => {
    expect(problemsOf(`${OPENING}\nSee [this](<${href.replace("\t", "&Tab;")}>).\n`)).toEqual([
      expect.stringMatching(/^en.md:17:5: a link leads to a place on this site/),
    ]);
  });

  it.each(["#/episodes/ring-buffers", "https://example.org/a?b#c", "http://example.org"])(
    "a link to %s is fine",
    (href) => {
      expect(problemsOf(`${OPENING}\nSee [this](${href}).\n`)).toEqual([]);
    },
  );

  it.each([
    ["\u202e", "202E"],
    ["\u2067", "2067"],
    ["\u0007", "0007"],
    ["\ud800", "D800"],
  ])("an invisible character is told of: %j", (character, code) => {
    expect(problemsOf(`${OPENING}\nWords${character}.\n`)).toContain(
      `en.md:17:6: an invisible character, U+${code}, stands here: delete it`,
    );
  });
});

describe("a text that asks for too much", () => {
  test("operations beyond the room there is are told of once, and not made", () => {
    const script = fence("do", ...Array.from({ length: 2_000 }, () => "push 0..9999"));
    const { episode, problems } = parseEpisode(`${OPENING}\n${script}`, known);
    expect(problems.map(({ line, message }) => [line, message])).toEqual([
      [20, "an episode has room for 20,000 operations, and here it has more"],
    ]);
    expect(episode.chapters[0]?.beats[0]?.inputs).toHaveLength(20_000);
  });

  test("a chapter with more moves than are allowed is given up at the operation that makes them", () => {
    const withLanes = { ...known, views: ["lanes"] };
    const scene = `${HEAD}## 0:00 A {#a}\n\n${fence("system", "producer-consumer")}\nLook:\n\n`;
    const parsed = parseEpisode(
      scene + fence("do", "run 10 steps", "run until queue.size = -1", "run 10 steps"),
      withLanes,
    );
    expect(parsed.problems).toEqual([]);
    const told = chapterProblems(parsed, 0, withLanes, { most: 500 });
    expect(told?.map(({ line, message }) => [line, message])).toEqual([
      [18, "a chapter may have 500 moves, and here it has more: let less happen, or split it"],
    ]);
  });

  test("questions spend of the same", () => {
    const ask = (number: number) =>
      `Step ${number}.\n\n${fence("ask", "question: ?", "answer: size", "pick: number")}\n`;
    const text = `${OPENING}\n${fence("do", "push A", "push B")}\n${[1, 2, 3, 4].map(ask).join("")}`;
    const parsed = parseEpisode(text, known);
    expect(chapterProblems(parsed, 0, known)).toEqual([]);
    expect(chapterProblems(parsed, 0, known, { most: 20 })).toHaveLength(1);
  });

  test("an allowance is spent to its end", () => {
    const allowance = new Allowance(3);
    allowance.spend(3);
    expect(() => allowance.spend(1)).toThrow(TooMuch);
  });
});
