import { expect, test } from "vitest";
import { NO_SCORE, scoreOf, totalOf } from "../../src/player/score/score.ts";
import { practiceKey, questionKey, type Reply } from "../../src/player/store/answer-book.ts";
import type { Ask, Beat } from "../../src/scenario/index.ts";

const ask: Ask = {
  question: "?",
  inputs: [],
  answer: { pick: "number", path: { kind: "path", path: ["size"] } },
};
const beat = (asks: boolean): Beat => ({
  scene: 0,
  text: [],
  inputs: [],
  expects: [],
  ...(asks ? { ask } : {}),
});
const chapter = { id: "ring", beats: [beat(false), beat(true), beat(true), beat(true)] };
const answered = (right: boolean): Reply => ({ kind: "answered", right, given: "1", words: "2" });

test("a score counts what was asked, answered and right; a question passed over is not answered", () => {
  const answers = new Map<string, Reply>([
    [questionKey("ring", 1), answered(true)],
    [questionKey("ring", 2), answered(false)],
    [questionKey("ring", 3), { kind: "skipped" }],
    [questionKey("other", 3), answered(true)],
  ]);
  expect(scoreOf(chapter, answers)).toEqual({ asked: 3, answered: 2, right: 1 });
  expect(scoreOf(chapter, new Map())).toEqual({ asked: 3, answered: 0, right: 0 });
  expect(totalOf([scoreOf(chapter, answers), scoreOf(chapter, new Map())])).toEqual({
    asked: 6,
    answered: 2,
    right: 1,
  });
  expect(totalOf([])).toEqual(NO_SCORE);
});

test("an exercise counts as many as it has rounds, whatever was done when it had others", () => {
  const exercise = {
    id: "ring",
    beats: [{ ...beat(true), practice: { question: "", operations: [], rounds: 3 } }],
  };
  const practised = (right: number, done: number): Reply => ({
    kind: "practised",
    right,
    done,
    rounds: 5,
    next: 9,
  });
  const score = (reply: Reply) => scoreOf(exercise, new Map([[practiceKey("ring", 0), reply]]));
  expect(scoreOf(exercise, new Map())).toEqual({ asked: 4, answered: 0, right: 0 });
  expect(score(practised(1, 2))).toEqual({ asked: 4, answered: 2, right: 1 });
  expect(score(practised(5, 5))).toEqual({ asked: 4, answered: 3, right: 3 });
});
