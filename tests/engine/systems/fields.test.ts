import { describe, expect, test } from "vitest";
import { choice, duration, item, thread, whole } from "../../../src/engine/index.ts";

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

describe("a duration", () => {
  const field = duration({ max: 1_000, default: null, help: "How long." });

  test.each([
    ["none", null],
    ["0", 0],
    ["1,000", 1_000],
  ])("reads %s, and reads again what it prints", (text, value) => {
    expect(field.parse(text)).toEqual({ ok: true, value });
    expect(field.parse(field.print(value))).toEqual({ ok: true, value });
  });

  test.each(["-1", "1001", "NaN", "never", ""])("refuses “%s”, and says what is allowed", (text) => {
    const message = "must be a whole number from 0 to 1,000, or none";
    expect(field.parse(text)).toEqual({ ok: false, message });
  });
});

describe("the name of a thread", () => {
  const field = thread({ default: "C0", help: "Which." });

  test.each(["P0", "C12", "X0"])("may be %s", (text) => {
    expect(field.parse(` ${text} `)).toEqual({ ok: true, value: text });
  });

  test.each(["", "0", "P 0", "“P0”"])("may not be “%s”", (text) => {
    expect(field.parse(text).ok).toBe(false);
  });
});
