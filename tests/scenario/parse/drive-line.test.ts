import { describe, expect, test } from "vitest";
import { printEpisode } from "../../../src/scenario/parse/index.ts";
import { chapterOf, episodeOf, fence, HEAD, known, problemsOf } from "../fixture.ts";

const CLOCKED = `${HEAD}## 0:00 A {#a}\n\n${fence("system", "clocked")}\nLook:\n`;
const script = (...lines: string[]) => CLOCKED + fence("do", ...lines);
const inputsOf = (...lines: string[]) => chapterOf(script(...lines)).beats[0]?.inputs;

describe("a run", () => {
  test("goes so many ms, or so many steps", () => {
    expect(inputsOf("run 3 ms", "run 1 step", "run 2 steps")).toEqual([
      { operation: "run", values: { for: 3 } },
      { operation: "run", values: { steps: 1 } },
      { operation: "run", values: { steps: 2 } },
    ]);
  });

  test("goes until something holds, and stands right there", () => {
    expect(problemsOf(script("run until threads.B.count = 1", "expect time = 3"))).toEqual([]);
  });

  test("goes until a thread does something, said in words", () => {
    const inputs = inputsOf("run until A has slept 2 times");
    expect(inputs).toEqual(inputsOf('run until threads.A.doing = "has slept 2 times"'));
    expect(problemsOf(script("run until A has slept 2 times", "expect time = 4"))).toEqual([]);
  });

  test.each([
    [
      "run",
      "1: a run says how far: run 50 ms, run 12 steps, run until size = 8, or run until P1 waits on notFull",
    ],
    [
      "run 3",
      "5: a run says how far: run 50 ms, run 12 steps, run until size = 8, or run until P1 waits on notFull",
    ],
    ["run 0 ms", "5: how far must be a whole number from 1 to 10,000,000; found “0”"],
    ["run until time <", expect.stringMatching(/^17: expected a path into the state, or a number/)],
    [
      "run until tme = 1",
      expect.stringMatching(/^1: run fails: “RangeError: there is no field “tme”; did you mean “time”\?/),
    ],
    [
      "run until C has slept 1 times",
      expect.stringMatching(/^1: run fails: “RangeError: there is no field “C”.*fields of threads are A, B/),
    ],
    ["run until time = 0", "1: nothing runs: that is so already"],
  ])("that says “%s” is answered with what is allowed", (line, problem) => {
    const place = "en.md:16:";
    const found = problemsOf(script(line)).map((text) => text.replace(place, ""));
    expect(found).toEqual([problem]);
  });
});

test("a pick names the threads that move, in order", () => {
  expect(inputsOf("pick B A")).toEqual(
    ["B", "A"].map((thread) => ({ operation: "pick", values: { thread } })),
  );
  expect(problemsOf(script("pick C"))).toEqual([
    "en.md:16:6: pick fails: “RangeError: “C” cannot move now; ready: A, B”; if it is meant to, say so in the next line, with “expect error = …”",
  ]);
  expect(problemsOf(script("pick"))).toEqual([
    "en.md:16:1: pick needs the name of a thread, or several: write “pick C1 P0”",
  ]);
});

test("set changes a parameter in the middle of a run, where that may be", () => {
  expect(problemsOf(script("run 3 ms", "set pace 1", "run 3 ms", "expect threads.B.count = 2"))).toEqual([]);
  expect(problemsOf(script("set pace 0", "set size 2", "set pace"))).toEqual([
    "en.md:16:10: pace must be a whole number from 1 to 9; found “0”",
    "en.md:17:5: there is no parameter “size”; in the middle of a run clocked can set pace",
    "en.md:18:1: set takes a parameter and its new value: write “set parameter value”",
  ]);
});

test("a system without a kernel knows neither run nor pick nor set", () => {
  const text = `${HEAD}## 0:00 A {#a}\n\n${fence("system", "ring-buffer")}\nLook:\n${fence("do", "run 3 ms")}`;
  expect(problemsOf(text)).toEqual([
    "en.md:16:1: there is no operation “run”; the operations of ring-buffer are push, pop, peek, clear",
  ]);
});

test("what must hold after every step is checked after every step", () => {
  expect(problemsOf(script("run 30 ms", "reset"))).toEqual([
    "en.md:16:1: after run, “both have counted to at most 5” does not hold; if the scene is there to show this, write “broken: few” in its system block",
  ]);
});

test("a question may ask which thread it will be", () => {
  const ask = (answer: string) =>
    problemsOf(
      CLOCKED +
        fence("do", "run 1 step") +
        fence("ask", "question: Who?", `answer: ${answer}`, "pick: thread"),
    );
  expect(ask("threads[0].name after run 2 ms")).toEqual([]);
  expect(ask("most")).toEqual(["en.md:18:1: the answer must be the name of a thread: A, B; most is 0"]);
});

test("everything that moves a kernel reads back as it was printed", () => {
  const lines = [
    "run 3 ms",
    "run 4 ms",
    "reset",
    "run 1 step",
    "run until A has slept 2 times",
    "run until time >= 14",
    "set pace 2",
  ];
  const text = script(...lines);
  const printed = printEpisode(episodeOf(text), known.systems);
  expect(episodeOf(printed)).toEqual(episodeOf(text));
  expect(printed).toContain("run until A has slept 2 times");
  expect(printEpisode(episodeOf(script("pick B A")), known.systems)).toContain("\npick B A\n");
});
