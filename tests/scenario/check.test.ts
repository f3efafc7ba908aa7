import { expect, test } from "vitest";
import { fence, HEAD, OPENING, problemsOf } from "./fixture.ts";

const doing = (...lines: string[]) => problemsOf(OPENING + fence("do", ...lines));
const asking = (...lines: string[]) => problemsOf(OPENING + fence("ask", "question: ?", ...lines));

test("a script that does what it says has no problems", () => {
  expect(doing("push A..D", "expect isFull = true", "push E", "expect result = false")).toEqual([]);
});

test("an unmet expectation says what held instead", () => {
  expect(doing("push A", "expect size = 2", "expect head = tail")).toEqual([
    "en.md:18:1: expected size = 2; size is 1",
    "en.md:19:1: expected head = tail; head is 1 and tail is 0",
  ]);
});

test("an expectation of a field that does not exist names the nearest", () => {
  expect(doing("push A", "expect sise = 1")).toEqual([
    expect.stringMatching(
      /^en.md:18:1: expected sise = 1; there is no field “sise”; did you mean “size”\? The fields of the state are capacity,/,
    ),
  ]);
});

test("an expectation before the first operation holds of what the step begins with", () => {
  expect(doing("expect size = 1", "push A")).toEqual(["en.md:17:1: expected size = 1; size is 0"]);
});

const broken = (...parameters: string[]) =>
  `${HEAD}## 0:00 A {#a}\n\n${fence("system", "ring-without-size", "capacity: 2", ...parameters)}\nLook:\n`;

test("an invariant that breaks is a problem, told once a scene", () => {
  expect(problemsOf(broken() + fence("do", "push A", "push B", "peek"))).toEqual([
    "en.md:18:1: after push, “head = tail means empty or full, and only size tells which” does not hold; if the scene is there to show this, write “broken: empty-or-full” in its system block",
  ]);
});

test("a scene that is there to break an invariant must break it", () => {
  const scene = broken("broken: empty-or-full");
  expect(problemsOf(scene + fence("do", "push A", "push B"))).toEqual([]);
  expect(problemsOf(scene + fence("do", "push A"))).toEqual([
    "en.md:11:1: the scene is there to break “empty-or-full”, and its script never does",
  ]);
});

test("a chapter whose text is wrong is not run", () => {
  expect(doing("pusj A", "expect size = 1")).toHaveLength(1);
});

test("a right answer must be a number or a slot", () => {
  expect(asking("answer: isFull after push A", "pick: number")).toEqual([
    "en.md:16:1: the answer must be a whole number; isFull is false",
  ]);
  expect(asking("answer: lost", "pick: slot")).toEqual([
    "en.md:16:1: the answer must be the number of a slot; lost is null",
  ]);
});

test("a number that is asked for must be one that a reader can type", () => {
  const scene = `${HEAD}## 0:00 A {#a}\n\n${fence("system", "metrics-window", "capacity: 5")}${fence("look", "ring")}\nLook:\n\n`;
  const script = fence("do", "tick 5");
  const ask = fence("ask", "question: ?", "answer: result after average 5", "pick: number");
  expect(problemsOf(`${scene}${script}\n${ask}`)).toEqual([
    expect.stringMatching(/^en.md:24:1: the answer must be a whole number; result is [\d]+\.\d$/),
  ]);
});

test("exactly one option must hold", () => {
  const options = (first: string, second: string) =>
    asking("after: push A", "options:", `  "One": ${first}`, `  "Two": ${second}`);
  expect(options("size = 1", "size = 2")).toEqual([]);
  expect(options("size = 3", "tail > 0")).toEqual([
    "en.md:16:1: exactly one option must hold; none does: size is 1, tail is 0",
  ]);
  expect(options("size = 1", "size < 2")).toEqual([
    "en.md:16:1: exactly one option must hold; “One” and “Two” do: size is 1",
  ]);
  expect(options("size = 1", "siz < 2")).toEqual([
    expect.stringMatching(/^en.md:16:1: option “Two”: there is no field “siz”; did you mean “size”\?/),
  ]);
});

test("the operations of a question change nothing in the steps after it", () => {
  const ask = fence("ask", "question: ?", "answer: head after push A..D", "pick: slot");
  expect(problemsOf(`${OPENING}${ask}\nNext:\n\n${fence("do", "expect size = 0", "push A")}`)).toEqual([]);
});

const FRAGILE = `${HEAD}## 0:00 A {#a}\n\n${fence("system", "fragile")}${fence("look", "ring")}\nLook:\n\n`;

test("an operation may fail only where the next line says so", () => {
  expect(problemsOf(FRAGILE + fence("do", "fail"))).toEqual([
    "en.md:20:1: fail fails: “RangeError: it is broken”; if it is meant to, say so in the next line, with “expect error = …”",
  ]);
  expect(problemsOf(FRAGILE + fence("do", "fail", 'expect error = "RangeError: it is broken"'))).toEqual([]);
  expect(problemsOf(FRAGILE + fence("do", "fail", 'expect error = "no"'))).toEqual([
    'en.md:21:1: expected error = "no"; error is "RangeError: it is broken"',
  ]);
});

test("what a question asks about may fail only where an option says so", () => {
  const options = (second: string) =>
    fence(
      "ask",
      "question: ?",
      "after: fail",
      "options:",
      '  "It fails": whole = false',
      `  "Not": ${second}`,
    );
  expect(problemsOf(FRAGILE + options("result = 1"))).toEqual([
    "en.md:19:1: what the question asks about fails: “RangeError: it is broken”",
  ]);
  expect(problemsOf(FRAGILE + options("error = undefined"))).toEqual([]);
});

test("a scene of a system without usual views chooses some", () => {
  expect(problemsOf(FRAGILE.replace(fence("look", "ring"), ""))).toEqual([
    "en.md:11:1: fragile has no usual views: a look block must choose some",
  ]);
});
