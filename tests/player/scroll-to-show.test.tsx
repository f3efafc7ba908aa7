import { expect, it } from "vitest";
import { scrollToShow } from "../../src/player/panels/scroll-to-show.ts";

const row = (start: number) => ({ start, length: 100 });
const tab = (start: number, length = 20) => ({ start, length });

it("scrolls no further than it takes", () => {
  expect(scrollToShow(row(0), tab(40), 10)).toBe(0);
  expect(scrollToShow(row(0), tab(90), 10)).toBe(20);
  expect(scrollToShow(row(60), tab(40), 10)).toBe(30);
  expect(scrollToShow(row(30), tab(40), 10)).toBe(30);
});

it("goes no further back than the beginning, and shows the beginning of what is too long", () => {
  expect(scrollToShow(row(60), tab(0), 10)).toBe(0);
  expect(scrollToShow(row(0), tab(50, 200), 10)).toBe(40);
});
