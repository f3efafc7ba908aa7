import { expect, test } from "vitest";
import { windowWords, writtenWords } from "../../src/views/parts/window-words.ts";

test.each([
  [0, 8, 0, "The ring holds 0 of at most 8 lines; none is gone yet."],
  [8, 8, 9, "The ring holds 8 of at most 8 lines; 1 older one is gone."],
  [8, 8, 1_300, "The ring holds 8 of at most 8 lines; 1,292 older ones are gone."],
  [1, 1, 3, "The ring holds 1 of at most 1 line; 2 older ones are gone."],
])("%i of %i after %i: %s", (size, capacity, totalWritten, words) => {
  expect(windowWords({ size, capacity, totalWritten }, "line")).toBe(words);
});

test.each([
  [1, 0, "1 line is written."],
  [1, 1, "1 line is written, over the oldest."],
  [1_200, 2, "1,200 lines are written, over 2 of the oldest."],
])("%i written over %i: %s", (written, overwritten, words) => {
  expect(writtenWords(written, overwritten, "line")).toBe(words);
});
