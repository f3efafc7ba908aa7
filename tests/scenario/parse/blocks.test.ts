import { expect, test } from "vitest";
import { chapterOf, fence, HEAD, OPENING, problemsOf } from "../fixture.ts";

const SCENE = fence("system", "ring-buffer", "capacity: 4");
const CHAPTER = `${HEAD}## 0:00 A {#a}\n\n`;

test("a system block gives its scene parameters, seed, stream and views", () => {
  const block = fence("system", "ring-buffer", "capacity: 1,000", "seed: 42", "stream: ticker #1: fast");
  const look = fence("look", "tape", "ring");
  expect(chapterOf(`${CHAPTER}${block}${look}\nLook.\n`).scenes).toEqual([
    {
      system: "ring-buffer",
      parameters: { capacity: 1000 },
      seed: 42,
      stream: "ticker #1: fast",
      views: ["tape", "ring"],
    },
  ]);
});

test("what a system block leaves out has its usual value", () => {
  expect(chapterOf(`${CHAPTER}${fence("system", "ring-buffer")}\nLook.\n`).scenes).toEqual([
    { system: "ring-buffer", parameters: { capacity: 8 }, seed: 1, views: ["ring", "tape"] },
  ]);
});

test("narration up to a do block, a rule, a system or the end makes a step", () => {
  const text = `${CHAPTER}${SCENE}\nOne.\n\nTwo.\n\n---\n\nThree.\n\n${fence("do", "push A", "expect size = 1", "push B")}\nFour.\n\n${SCENE}\nFive.`;
  expect(chapterOf(text).beats.map(({ scene, text, inputs }) => [scene, text.length, inputs.length])).toEqual(
    [
      [0, 2, 0],
      [0, 1, 2],
      [0, 1, 0],
      [1, 1, 0],
    ],
  );
});

test("narration keeps emphasis, code, links and lists, and flows over line ends", () => {
  const text = `${CHAPTER}${SCENE}\nAn *early*\n**word** and \`code\`, a [link](#/x).\n\n- one\n- *two*\n\n<!-- not said -->\n`;
  expect(chapterOf(text).beats[0]?.text).toEqual([
    {
      kind: "paragraph",
      text: [
        { kind: "text", text: "An " },
        { kind: "emphasis", text: "early" },
        { kind: "text", text: " " },
        { kind: "strong", text: "word" },
        { kind: "text", text: " and " },
        { kind: "code", text: "code" },
        { kind: "text", text: ", a " },
        { kind: "link", text: "link", href: "#/x" },
        { kind: "text", text: "." },
      ],
    },
    { kind: "list", items: [[{ kind: "text", text: "one" }], [{ kind: "emphasis", text: "two" }]] },
  ]);
});

test("what stands between two comments is not dropped in silence", () => {
  const text = (line: string) => `${CHAPTER}${SCENE}\nSaid.\n\n${line}\n`;
  expect(problemsOf(text("<!-- a --> <!-- b -->"))).toEqual([]);
  expect(problemsOf(text("<!-- a\nb -->"))).toEqual([]);
  expect(problemsOf(text("<!-- a --> dropped <!-- b -->"))).toEqual([
    expect.stringMatching(/^en.md:\d+:1: there is no HTML in an episode/),
  ]);
});

test("a range does its operation once for each value; expect lines stand between operations", () => {
  const script = fence("do", "push T0..T1", "expect size = 2", 'push "a b"', "pop");
  const { inputs, expects } = chapterOf(OPENING + script).beats[0] ?? { inputs: [], expects: [] };
  expect(inputs.map(({ operation, values }) => [operation, values.item])).toEqual([
    ["push", "T0"],
    ["push", "T1"],
    ["push", "a b"],
    ["pop", undefined],
  ]);
  expect(expects.map(({ after }) => after)).toEqual([2]);
});

test.each([
  [
    "an unknown block",
    fence("doo", "push A"),
    [
      "en.md:16:4: there is no block “doo”; did you mean “do”? The blocks are system, look, do, ask, practice, notes",
    ],
  ],
  [
    "a block without a name",
    fence("", "push A"),
    ["en.md:16:4: there is no block “”; the blocks are system, look, do, ask, practice, notes"],
  ],
  [
    "a block with more than its kind",
    fence("do now", "push A"),
    ["en.md:16:1: a block begins with its kind alone; found “now” behind it"],
  ],
  [
    "a block that is not closed",
    "```do\npush A\n",
    ["en.md:16:1: the block is never closed: a line “```” is missing"],
  ],
  [
    "an unknown operation",
    fence("do", "pusj A"),
    [
      "en.md:17:1: there is no operation “pusj”; did you mean “push”? The operations of ring-buffer are push, pop, peek, clear",
    ],
  ],
  ["a missing argument", fence("do", "  push"), ["en.md:17:3: push needs item: write “push item”"]],
  ["an argument too many", fence("do", "pop A"), ["en.md:17:5: pop takes no more than “pop”; found “A”"]],
  [
    "a bad argument",
    fence("do", "push abcdefghijklmnopqrstu"),
    ["en.md:17:6: item must be a text of 1 to 20 characters; found “abcdefghijklmnopqrstu”"],
  ],
  [
    "quotes that are not closed",
    fence("do", 'push "a b'),
    [
      'en.md:17:6: the quotes of "a are not closed before the next space',
      "en.md:17:9: push takes no more than “push item”; found “b”",
    ],
  ],
  [
    "a range of different texts",
    fence("do", "push A0..B1"),
    [
      "en.md:17:6: “A0..B1” is not a range: it counts up from one number to another after the same text, as T0..T11 or 3..5; a text with two dots stands in quotes",
    ],
  ],
  [
    "a range that falls",
    fence("do", "push T3..T1"),
    [
      "en.md:17:6: “T3..T1” is not a range: it counts up from one number to another after the same text, as T0..T11 or 3..5; a text with two dots stands in quotes",
    ],
  ],
  [
    "a range without an end",
    fence("do", "push 3.."),
    [
      "en.md:17:6: “3..” is not a range: it counts up from one number to another after the same text, as T0..T11 or 3..5; a text with two dots stands in quotes",
    ],
  ],
  [
    "a range without measure",
    fence("do", "push 1..10001"),
    ["en.md:17:6: “1..10001” is too long: a range has at most 10,000 values"],
  ],
  [
    "a bad expression",
    fence("do", "push A", "expect size 1"),
    ["en.md:18:13: expected one of the signs = != < <= > >=; found “1”"],
  ],
  [
    "an empty expectation",
    fence("do", "expect"),
    [
      expect.stringMatching(
        /^en.md:17:7: expected a path into the state, or a number.*; found the end of the line$/,
      ),
    ],
  ],
  [
    "a do block without narration",
    `${fence("do", "push A")}\n${fence("do", "push B")}`,
    ["en.md:20:1: a do block without narration: say first what is to be seen"],
  ],
  [
    "a look block in the middle",
    `${fence("do", "push A")}\n${fence("look", "ring")}`,
    ["en.md:20:1: a look block stands right after its system block"],
  ],
  [
    "a quotation",
    "> wise words",
    ["en.md:16:1: there is no quotation in an episode; a chapter has paragraphs, lists and blocks"],
  ],
  [
    "HTML",
    "<b>bold</b> words",
    [
      "en.md:16:1: there is no HTML in narration; narration has *emphasis*, **strong**, `code` and [links](…)",
      "en.md:16:8: there is no HTML in narration; narration has *emphasis*, **strong**, `code` and [links](…)",
    ],
  ],
  [
    "an image",
    "see ![this](a.png)",
    [
      "en.md:16:5: there is no image in narration; narration has *emphasis*, **strong**, `code` and [links](…)",
    ],
  ],
  [
    "code inside emphasis",
    "*the `size`*",
    ["en.md:16:6: only plain text may stand inside emphasis, strong or a link"],
  ],
  ["a numbered list", "1. one\n", ["en.md:16:1: narration has no numbered lists; begin each item with “-”"]],
  ["a list in a list", "- one\n  - two\n", ["en.md:16:1: an item of a list is one paragraph"]],
  ["an indented paragraph", "\n    far out", ["en.md:17:1: narration begins at the start of its line"]],
])("%s is refused", (_, text, problems) => {
  expect(problemsOf(OPENING + text)).toEqual(problems);
});

test.each([
  [
    "a step without a scene",
    "Hello.\n",
    ["en.md:10:1: narration without a picture: a system block must come first"],
  ],
  [
    "operations without a scene",
    `Hello.\n\n${fence("do", "push A")}`,
    ["en.md:12:1: a do block before any system block"],
  ],
  [
    "a question without a scene",
    fence("ask", "question: ?"),
    ["en.md:10:1: an ask block before any system block"],
  ],
  [
    "a look block without a scene",
    fence("look", "ring"),
    ["en.md:10:1: a look block stands right after its system block"],
  ],
  [
    "a chapter with a scene and no steps",
    SCENE,
    ["en.md:10:1: this scene has no steps: narration is missing"],
  ],
  [
    "a scene without steps before another",
    `${SCENE}${SCENE}\nLook.`,
    ["en.md:10:1: this scene has no steps: narration is missing"],
  ],
  [
    "an empty system block",
    `${fence("system")}Look.`,
    ["en.md:10:1: the system block is empty: its first line names a system"],
  ],
  [
    "an unknown system",
    `${fence("system", "ring-bufer")}Look.`,
    [
      expect.stringMatching(
        /^en.md:11:1: there is no system “ring-bufer”; did you mean “ring-buffer”\? The systems are ring-buffer, /,
      ),
    ],
  ],
  [
    "an unknown parameter",
    `${fence("system", "ring-buffer", "capcity: 4")}Look.`,
    [
      "en.md:12:1: there is no parameter “capcity”; did you mean “capacity”? Ring-buffer has capacity, seed, stream, broken",
    ],
  ],
  [
    "a bad parameter",
    `${fence("system", "ring-buffer", "capacity: x")}Look.`,
    ["en.md:12:11: capacity must be a whole number from 1 to 1,000,000; found “x”"],
  ],
  [
    "a parameter twice",
    `${fence("system", "ring-buffer", "seed: 1", "seed: 2")}Look.`,
    ["en.md:13:1: seed stands in the block twice"],
  ],
  [
    "a bad seed",
    `${fence("system", "ring-buffer", "seed: -1")}Look.`,
    ["en.md:12:7: seed must be a whole number, 0 or more; found “-1”"],
  ],
  [
    "an unknown invariant",
    `${fence("system", "ring-buffer", "broken: empty-or-ful")}Look.`,
    [
      "en.md:12:9: there is no invariant “empty-or-ful”; did you mean “empty-or-full”? The invariants of ring-buffer are size-in-range, head-is-next-write, tail-is-next-read, empty-or-full",
    ],
  ],
  [
    "an unknown view",
    `${SCENE}${fence("look", "rnig")}Look.`,
    ["en.md:15:1: there is no view “rnig”; did you mean “ring”? The views are ring, tape"],
  ],
  [
    "an empty look block",
    `${SCENE}${fence("look")}Look.`,
    ["en.md:14:1: the look block is empty: each of its lines names a view"],
  ],
])("%s is refused", (_, text, problems) => {
  expect(problemsOf(CHAPTER + text)).toEqual(problems);
});

test("every problem of a text is told, in the order of the text", () => {
  const script = fence("do", "pusj A", "push", "expect size");
  expect(problemsOf(OPENING.replace("number: 7", "number: x") + script)).toEqual([
    "en.md:3:9: number must be a whole number from 1 on; found “x”",
    "en.md:17:1: there is no operation “pusj”; did you mean “push”? The operations of ring-buffer are push, pop, peek, clear",
    "en.md:18:1: push needs item: write “push item”",
    "en.md:19:12: expected one of the signs = != < <= > >=; found the end of the line",
  ]);
});
