import { expect, test } from "vitest";
import { chapterOf, fence, OPENING, problemsOf } from "../fixture.ts";

test("a pick names what to choose and the operations before it", () => {
  const ask = fence(
    "ask",
    "question: Where?",
    "answer: head after push A; push B",
    "pick: slot",
    "why: So: #1.",
  );
  expect(chapterOf(OPENING + ask).beats[0]?.ask).toEqual({
    question: "Where?",
    inputs: [
      { operation: "push", values: { item: "A" } },
      { operation: "push", values: { item: "B" } },
    ],
    answer: { pick: "slot", path: { kind: "path", path: ["head"] } },
    why: "So: #1.",
  });
});

test("options name what must hold for each, after the operations in after", () => {
  const options = ["options:", '  "It is \\"A\\"": result = "A"', '  "Nothing": result = undefined'];
  const ask = fence("ask", "question: What?", "after: pop", ...options);
  expect(chapterOf(OPENING + ask).beats[0]?.ask).toEqual({
    question: "What?",
    inputs: [{ operation: "pop", values: {} }],
    answer: {
      pick: "choice",
      options: [
        {
          text: 'It is "A"',
          holds: {
            left: { kind: "path", path: ["result"] },
            sign: "=",
            right: { kind: "value", value: "A" },
          },
        },
        {
          text: "Nothing",
          holds: {
            left: { kind: "path", path: ["result"] },
            sign: "=",
            right: { kind: "value", value: undefined },
          },
        },
      ],
    },
  });
});

const AB = ["options:", '  "A": size = 0', '  "B": size = 1'];

test.each([
  ["no question", ["answer: head", "pick: slot"], ["en.md:16:1: the ask block has no “question: …”"]],
  [
    "no answer",
    ["question: Where?"],
    [
      "en.md:16:1: the question has no answer: give “answer: …” with “pick: slot”, “pick: number” or “pick: thread”, or “options:”",
    ],
  ],
  [
    "no pick",
    ["question: Where?", "answer: head"],
    ["en.md:18:1: pick must be slot, number or thread; found none"],
  ],
  [
    "a bad pick",
    ["question: Where?", "answer: head", "pick: slott"],
    ["en.md:19:7: pick must be slot, number or thread; found “slott”"],
  ],
  [
    "a bad answer",
    ["question: Where?", "answer: head.", "pick: slot"],
    ["en.md:18:13: expected a field's name after “.”; found the end of the line"],
  ],
  [
    "an unknown entry",
    ["question: Where?", "anser: head", ...AB],
    [
      "en.md:18:1: there is no entry “anser”; did you mean “answer”? An ask block has question, answer, pick, after, options, why",
    ],
  ],
  [
    "an entry twice",
    ["question: Where?", "question: When?", ...AB],
    ["en.md:18:1: question stands in the block twice"],
  ],
  [
    "an answer beside options",
    ["question: Where?", "answer: head", ...AB],
    ["en.md:18:1: an ask block has either options or an answer with a pick, not both"],
  ],
  [
    "a pick beside options",
    ["question: Where?", "pick: slot", ...AB],
    ["en.md:18:1: a question with options has no pick"],
  ],
  [
    "operations at two places",
    ["question: Where?", "answer: head after pop", "pick: slot", "after: pop"],
    ["en.md:20:1: the operations stand in the answer already, behind its “after”"],
  ],
  [
    "an unknown operation",
    ["question: Where?", "answer: head after push A; poop", "pick: slot"],
    [
      "en.md:18:28: there is no operation “poop”; did you mean “pop”? The operations of ring-buffer are push, pop, peek, clear",
    ],
  ],
  [
    "a single option",
    ["question: Where?", "options:", '  "A": size = 0'],
    ["en.md:18:1: a question with options has two or more of them"],
  ],
  [
    "an option without a sentence",
    ["question: Where?", "options:", "  A: size = 0", '  "B": size = 0'],
    ['en.md:19:3: an option reads “"What it says": size = 8”; found “A: size = 0”'],
  ],
  [
    "an option that cannot be read",
    ["question: Where?", "options:", '  "A": size is 0', '  "B": size = 0'],
    ["en.md:19:13: expected one of the signs = != < <= > >=; found “is 0”"],
  ],
])("%s is refused", (_, lines, problems) => {
  expect(problemsOf(OPENING + fence("ask", ...lines))).toEqual(problems);
});

test("a question stands after a step of its scene, and a step has one question", () => {
  const ask = fence("ask", "question: Where?", "answer: head", "pick: slot");
  expect(problemsOf(`${OPENING}\n${ask}\n${ask}`)).toEqual([
    "en.md:23:1: this step has a question already: say something between the two",
  ]);
  expect(problemsOf(`${OPENING.replace("Look:", "")}${ask}`)).toEqual([
    "en.md:10:1: this scene has no steps: narration is missing",
    "en.md:16:1: an ask block stands after a step of its scene",
  ]);
});
