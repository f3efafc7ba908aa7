import { describe, expect, test } from "vitest";
import { choice, item, whole } from "../../../src/engine/index.ts";

describe("a whole number", () => {
  const field = whole({ min: -5, max: 12_000, default: 1, help: "Some." });

  test.each([
    ["7", 7],
    [" 12,000 ", 12_000],
    ["-5", -5],
    ["-0", 0],
  ])("reads “%s”", (text, value) => {
    expect(field.parse(text)).toEqual({ ok: true, value });
  });

  test.each(["", "x", "1.5", "1e3", "-6", "12,001"])("refuses “%s” and says what is allowed", (text) => {
    expect(field.parse(text)).toEqual({ ok: false, message: "must be a whole number from -5 to 12,000" });
  });
});

test("an item is a text of 1 to 20 characters, or undefined itself", () => {
  const field = item({ default: "A", help: "What." });
  expect(field.parse(" a b ")).toEqual({ ok: true, value: "a b" });
  expect(field.parse("undefined")).toEqual({ ok: true, value: undefined });
  expect(field.parse("😀".repeat(20)).ok).toBe(true);
  expect(field.parse("x".repeat(21))).toEqual({ ok: false, message: "must be a text of 1 to 20 characters" });
});

test("a choice is one of its words", () => {
  const field = choice({ options: ["hit", "miss"], default: "hit", help: "Which." });
  expect(field.parse(" miss ")).toEqual({ ok: true, value: "miss" });
  expect(field.parse("maybe")).toEqual({ ok: false, message: "must be one of hit, miss" });
});
