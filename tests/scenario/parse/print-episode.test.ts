import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { registry } from "../../../src/engine/index.ts";
import { parseEpisode, printEpisode } from "../../../src/scenario/parse/index.ts";
import { fence, HEAD, known } from "../fixture.ts";

const parse = (text: string) => parseEpisode(text, known);

function expectRoundTrip(text: string): void {
  const { episode, problems } = parse(text);
  expect(problems).toEqual([]);
  const printed = printEpisode(episode, known.systems);
  const again = parse(printed);
  expect({ problems: again.problems, printed, episode: again.episode }).toEqual({
    problems: [],
    printed,
    episode,
  });
}

/** Words and signs that mean something to Markdown or to a script, at every place they can be put. */
const scrap = fc.oneof(
  fc.constantFrom(
    "*",
    "**",
    "_",
    "`",
    "``",
    "[",
    "](#/x)",
    "&amp;",
    "&#33;",
    "\\",
    "<",
    "#",
    "-",
    "+",
    "1.",
    "2)",
    "=",
    "~~~",
  ),
  fc.constantFrom(
    "*a*",
    "**b**",
    "_c_",
    "`d`",
    "[e](#/f)",
    '*"g"*',
    "**h!**",
    "word",
    "T0..T2",
    "“so”",
    "x",
    " ",
    " ",
    "\n",
  ),
  fc.string({ unit: "grapheme", maxLength: 3 }),
);
const prose = fc.array(scrap, { minLength: 1, maxLength: 12 }).map((scraps) => scraps.join(""));
const words = fc.stringMatching(/^[ -~]{1,20}$/).filter((text) => text.trim() !== "");
const item = fc.oneof(
  fc.constantFrom("T0..T3", "T08..T11", "a..c", "x", "undefined", "1", '"T0..T3"', '"a;b"', "7 8"),
  words.map((text) => JSON.stringify(text)),
);

test("narration reads back as it was printed", () => {
  fc.assert(
    fc.property(fc.array(prose, { minLength: 1, maxLength: 3 }), (paragraphs) => {
      const text = `${HEAD}## 0:00 A {#a}\n\n${fence("system", "ring-buffer")}\nSo: ${paragraphs.join("\n\nSo: ")}\n`;
      fc.pre(parse(text).problems.length === 0);
      expectRoundTrip(text);
    }),
    { numRuns: 400 },
  );
});

test("code that flows over the end of a line reads back as it was printed", () => {
  expectRoundTrip(`${HEAD}## 0:00 A {#a}\n\n${fence("system", "ring-buffer")}\nSo: \`a\n2)\`\n`);
});

test("a wide space at the end of a paragraph reads back as it was printed", () => {
  expectRoundTrip(`${HEAD}## 0:00 A {#a}\n\n${fence("system", "ring-buffer")}\nSo:\u2003\n\nOn.\n`);
});

test("a list reads back as it was printed", () => {
  fc.assert(
    fc.property(fc.array(prose, { minLength: 1, maxLength: 3 }), (items) => {
      const list = items.map((text) => `- so: ${text.replaceAll("\n", " ")}`).join("\n");
      const text = `${HEAD}## 0:00 A {#a}\n\n${fence("system", "ring-buffer")}\n${list}\n`;
      fc.pre(parse(text).problems.length === 0);
      expectRoundTrip(text);
    }),
    { numRuns: 200 },
  );
});

test("a script reads back as it was printed", () => {
  const line = fc.oneof(
    item.map((text) => `push ${text}`),
    fc.nat(30).map((number) => `push T${number}`),
    fc.constantFrom(
      "pop",
      "peek",
      "expect size < 9",
      'expect result = ["a", null, -1.5]',
      "expect lost.value != head",
    ),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), words, item, (lines, question, pushed) => {
      const ask = fence(
        "ask",
        `question: ${question}`,
        `answer: head after push ${pushed}; pop`,
        "pick: slot",
      );
      const text = `${HEAD}## 0:00 A {#a}\n\n${fence("system", "ring-buffer")}\nLook:\n\n${fence("do", ...lines)}${ask}`;
      fc.pre(parse(text).problems.length === 0);
      expectRoundTrip(text);
    }),
    { numRuns: 400 },
  );
});

test("an exercise reads back as it was printed, with a question and without", () => {
  fc.assert(
    fc.property(
      words,
      fc.constantFrom("push", "pop", "push, pop", "pop,  push"),
      fc.integer({ min: 1, max: 20 }),
      fc.boolean(),
      (question, operation, rounds, asks) => {
        const practice = fence(
          "practice",
          `question: ${question}`,
          `operation: ${operation}`,
          `rounds: ${rounds}`,
        );
        const ask = asks ? fence("ask", "question: Where?", "answer: head after pop", "pick: slot") : "";
        const text = `${HEAD}## 0:00 A {#a}\n\n${fence("system", "ring-buffer")}\nLook:\n\n${ask}${practice}\nOn.\n`;
        fc.pre(parse(text).problems.length === 0);
        expectRoundTrip(text);
      },
    ),
  );
});

test("the head and the scenes read back as they were printed", () => {
  // Two quotes with nothing between them are an empty text, which nothing may be called.
  const text = words.filter((written) => written !== '""');
  const scene = fc.record({
    capacity: fc.integer({ min: 1, max: 99 }),
    seed: fc.nat(),
    stream: text,
    tape: fc.boolean(),
  });
  fc.assert(
    fc.property(text, text, fc.array(scene, { minLength: 1, maxLength: 3 }), (title, summary, scenes) => {
      const blocks = scenes.map(({ capacity, seed, stream, tape }) => {
        const lines = [
          `capacity: ${capacity}`,
          `seed: ${seed}`,
          `stream: ${stream}`,
          "broken: empty-or-full",
        ];
        return `${fence("system", "ring-buffer", ...lines)}${tape ? fence("look", "tape") : ""}\nSo.\n\n---\n\nOn.\n`;
      });
      const head = HEAD.replace("Rings", () => title).replace("Round and round.", () => summary);
      expectRoundTrip(`${head}## 0:00 A | B {#a}\n\n${blocks.join("\n")}\n## 1:05 C {#c}\n`);
    }),
  );
});

test("runs of operations are printed as ranges, and scripts stay readable", () => {
  const script = fence(
    "do",
    "push T0..T3",
    "push T4",
    "expect size = 5",
    "pop",
    "push T08..T09",
    'push "a b"',
  );
  const text = `${HEAD}\n## 0:00 A {#a}\n\n${fence("system", "ring-buffer", "capacity: 8")}\nLook:\n\n${script}`;
  expect(printEpisode(parse(text).episode, known.systems)).toBe(
    text.replace("push T0..T3\npush T4", "push T0..T4").replace("push T08..T09", "push T08\npush T09"),
  );
});

test("the season's finale reads back as it was printed", () => {
  const file = "episodes/07-ring-buffers/en.md";
  const text = readFileSync(new URL(`../../../${file}`, import.meta.url), "utf8");
  const views = [...registry.values()].flatMap((system) => system.views ?? []);
  const { episode, problems } = parseEpisode(text, { file, systems: registry, views });
  expect(problems).toEqual([]);
  const again = parseEpisode(printEpisode(episode, registry), { file, systems: registry, views });
  expect(again.episode).toEqual(episode);
});
