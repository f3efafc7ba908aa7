import { expect, test } from "vitest";
import { inWords } from "../../src/player/hands/in-words.ts";

test("names of scripts become words", () => {
  expect(["push", "addProducer", "if-not-while", "putTimeout", "minInSync"].map(inWords)).toEqual([
    "push",
    "add producer",
    "if not while",
    "put timeout",
    "min in sync",
  ]);
});
