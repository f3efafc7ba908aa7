import { expect, test } from "vitest";
import { replaceSection } from "../../src/tools/measured.ts";
import { table } from "../../src/tools/table.ts";

test("a table is aligned Markdown: the first column left, the others right", () => {
  expect(
    table(
      ["what", "kB"],
      [
        ["JavaScript", "98.1"],
        ["CSS", "4"],
      ],
    ),
  ).toBe(
    ["| what       |   kB |", "| ---------- | ---: |", "| JavaScript | 98.1 |", "| CSS        |    4 |"].join(
      "\n",
    ),
  );
});

test("a section is replaced between its marks, and nothing else", () => {
  const text = "a\n<!-- measured: x -->\nold\n<!-- end: x -->\nb";
  expect(replaceSection(text, "x", "new\n")).toBe("a\n<!-- measured: x -->\nnew\n<!-- end: x -->\nb");
  expect(() => replaceSection(text, "y", "new")).toThrow("<!-- measured: y --> and <!-- end: y -->");
});
