import { expect, test } from "vitest";
import type { System } from "../../../src/engine/index.ts";
import { registry } from "../../../src/engine/index.ts";
import { practiceProblem } from "../../../src/scenario/check-practice.ts";
import { chapterOf, fence, HEAD, OPENING, problemsOf } from "../fixture.ts";

test("an exercise names its operations and how many rounds count", () => {
  const block = fence("practice", "question: Do it.", "operation: push, pop", "rounds: 5");
  expect(chapterOf(OPENING + block).beats[0]?.practice).toEqual({
    question: "Do it.",
    operations: ["push", "pop"],
    rounds: 5,
  });
});

test("three rounds count where it does not say, and a step may have a question too", () => {
  const ask = fence("ask", "question: Where?", "answer: head after push A", "pick: slot");
  const block = fence("practice", "question: Do it.", "operation: push");
  const [beat] = chapterOf(OPENING + ask + block).beats;
  expect(beat?.practice?.rounds).toBe(3);
  expect(beat?.ask?.question).toBe("Where?");
});

test.each([
  [
    "nothing",
    [],
    [
      "en.md:16:1: the practice block has no “question: …”",
      "en.md:16:1: the practice block has no “operation: …”",
    ],
  ],
  [
    "an operation that is not practised",
    ["question: Do it.", "operation: push, popp"],
    [
      "en.md:18:18: there is no exercise “popp”; did you mean “pop”? What can be practised of ring-buffer is push, pop",
    ],
  ],
  [
    "an operation twice",
    ["question: Do it.", "operation: push, push"],
    ["en.md:18:18: push stands in the list twice"],
  ],
  [
    "no rounds",
    ["question: Do it.", "operation: push", "rounds: 0"],
    ["en.md:19:9: rounds must be a whole number from 1 to 20; found “0”"],
  ],
  [
    "another entry",
    ["question: Do it.", "operation: push", "round: 2"],
    [
      "en.md:19:1: there is no entry “round”; did you mean “rounds”? A practice block has question, operation, rounds",
    ],
  ],
])("says what is wrong: %s", (_, lines, problems) => {
  expect(problemsOf(OPENING + fence("practice", ...lines))).toEqual(problems);
});

test("says where it stands wrong, and what cannot be practised at all", () => {
  const block = fence("practice", "question: Do it.", "operation: push");
  expect(problemsOf(`${HEAD}## 0:00 The ring {#ring}\n\n${block}`)[0]).toBe(
    "en.md:10:1: a practice block before any system block",
  );
  expect(problemsOf(OPENING + block + block)).toEqual([
    "en.md:20:1: this step has an exercise already: say something between the two",
  ]);
  const other = OPENING.replace("ring-buffer", "counter-ring");
  expect(problemsOf(other + block)).toEqual([
    "en.md:18:12: counter-ring cannot be practised; what can be is ring-buffer, overwriting-ring-buffer, blocking-queue, distributed-log",
  ]);
});

test("the checker goes through the states, and names one that has no model answer", () => {
  const system = registry.get("ring-buffer") as System;
  const practice = { question: "Do it.", operations: ["push", "pop"], rounds: 3 };
  expect(practiceProblem(system, { seed: 1 }, practice)).toBeUndefined();
  const broken: System = {
    ...system,
    operations: {
      ...system.operations,
      pop: {
        ...(system.operations.pop as System["operations"][string]),
        run: () => {
          throw new RangeError("nothing comes out");
        },
      },
    },
  };
  expect(practiceProblem(broken, { seed: 1 }, practice)).toMatch(
    /^state \d+ has no model answer: .*nothing comes out/,
  );
});
