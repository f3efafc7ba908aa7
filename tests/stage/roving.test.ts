import { expect, it } from "vitest";
import type { Action, Mark } from "../../src/stage/mark.ts";
import { nextKey } from "../../src/stage/roving.ts";

const mark = (key: string, x: number, y: number, action?: Action): Mark => ({
  key,
  kind: "rect",
  n: { x, y },
  style: "",
  ...(action === undefined ? {} : { action }),
});
const thread = (value: string, x: number, y: number) =>
  mark(value, x, y, { name: value, pick: "thread", value });
const item = (value: number) => mark(`item:${value}`, 0, 0, { name: `A${value}`, pick: "item", value });

const marks = [
  item(7),
  thread("C0", 300, 10),
  thread("P1", 0, 50),
  mark("quiet", 0, 0),
  item(3),
  thread("P0", 0, 10),
];

it("goes through threads column by column, then through items by number, and round", () => {
  const order = ["P0"];
  for (let i = 0; i < 5; i++) order.push(nextKey(marks, order.at(-1) ?? "", "ArrowRight") ?? "");
  expect(order).toEqual(["P0", "P1", "C0", "item:3", "item:7", "P0"]);
  expect(nextKey(marks, "P0", "ArrowUp")).toBe("item:7");
});

it("knows the first and the last, and no other keys", () => {
  expect(nextKey(marks, "C0", "Home")).toBe("P0");
  expect(nextKey(marks, "C0", "End")).toBe("item:7");
  expect(nextKey(marks, "C0", "x")).toBeUndefined();
});
