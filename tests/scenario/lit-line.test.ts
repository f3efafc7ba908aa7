import { describe, expect, test } from "vitest";
import { litLine } from "../../src/scenario/index.ts";

/** `write` and `advance` stand in both branches; `overwrite` begins the first. */
const branches = {
  call: 0,
  first: [0, 3],
  sites: [
    { mark: "overwrite", line: 1, next: [1] },
    { mark: "write", line: 2, next: [2] },
    { mark: "advance", line: 3, next: [5] },
    { mark: "write", line: 5, next: [4] },
    { mark: "advance", line: 6, next: [5] },
    { mark: "return", line: 8, next: [] },
  ],
};

describe("the lit line", () => {
  test.each([
    ["the signature before any mark", [], 0],
    ["in the first branch", ["overwrite", "write"], 2],
    ["in the first branch, further on", ["overwrite", "write", "advance"], 3],
    ["in the second branch", ["write"], 5],
    ["in the second branch, further on", ["write", "advance"], 6],
    ["where the branches meet", ["write", "advance", "return"], 8],
    ["left where it is by a mark that the code does not make", ["write", "ring"], 5],
    ["back at the start when the method is called again", ["write", "advance", "overwrite", "write"], 2],
    ["left where it is by a mark that the code cannot come to", ["overwrite", "advance"], 1],
  ])("is %s", (_, marks, line) => {
    expect(litLine(branches, marks)).toBe(line);
  });
});
