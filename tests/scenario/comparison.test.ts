import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Comparison,
  evaluate,
  type Frame,
  holds,
  type Plain,
  printComparison,
  Recording,
  registry,
  type System,
} from "../../src/engine/index.ts";
import { readComparison, readOperand } from "../../src/scenario/index.ts";

function frameAfter(...pushed: string[]): Frame {
  const system = registry.get("ring-buffer") as System;
  const inputs = pushed.map((item) => ({ operation: "push", values: { item } }));
  const recording = new Recording({ system, parameters: { capacity: 4 }, seed: 1 }, inputs);
  return recording.frame(recording.length - 1);
}

function valueIn(text: string, frame: Frame): unknown {
  const operand = readOperand(text);
  if (!operand.ok) throw new Error(operand.message);
  const value = evaluate(operand.value, frame);
  return value.ok ? value.value : value.message;
}

function verdict(text: string, frame: Frame): unknown {
  const comparison = readComparison(text);
  if (!comparison.ok) throw new Error(comparison.message);
  const held = holds(comparison.value, frame);
  return held.ok ? held.value : held.message;
}

describe("a path", () => {
  const frame = frameAfter("A", "B");

  test("leads into the state, with or without “state.” before it", () => {
    expect(valueIn("size", frame)).toBe(2);
    expect(valueIn("state.size", frame)).toBe(2);
    expect(valueIn("slots[1].value", frame)).toBe("B");
    expect(valueIn("slots.length", frame)).toBe(4);
  });

  test("is undefined behind null, behind the end of a list, and where a kind has no such field", () => {
    expect(valueIn("lost.value", frame)).toBeUndefined();
    expect(valueIn("slots[9].kind", frame)).toBeUndefined();
    expect(valueIn("slots[3].value", frame)).toBeUndefined();
  });

  test("names the nearest field when there is no such field", () => {
    expect(valueIn("haed", frame)).toMatch(
      /^there is no field “haed”; did you mean “head”\? The fields of the state are capacity, .*, result, error$/,
    );
    expect(valueIn("incoming", frameAfter())).toBeNull();
    expect(valueIn("lost.vlue", frameAfter("A", "B", "C", "D", "E"))).toBe(
      "there is no field “vlue”; did you mean “value”? The fields of lost are value, index, slot",
    );
  });

  test.each(["slots.map", "slots[0].toString", "constructor", "toString", "incoming.constructor"])(
    "%s is no field: only what the state itself has counts",
    (text) => {
      const outcome = valueIn(text, frameAfter("A", "B"));
      if (typeof outcome === "string") expect(outcome).toMatch(/^there is no field/);
      else expect(outcome).toBeUndefined();
    },
  );

  test("result is what the last operation returned, error what it threw", () => {
    expect(valueIn("result", frame)).toBe(true);
    expect(valueIn("error", frame)).toBeUndefined();
    const failed = {
      ...frame,
      cause: { ...frame.cause, mark: "throw", detail: { error: "RangeError: no" } },
    };
    expect(valueIn("error", failed)).toBe("RangeError: no");
    expect(valueIn("result", failed)).toBeUndefined();
  });
});

describe("a comparison", () => {
  const frame = frameAfter("A", "B");

  test.each([
    ["size = 2", true],
    ["size != 2", false],
    ["size < 2", false],
    ["size <= 2", true],
    ["size > 1", true],
    ["size >= 3", false],
    ["head = size", true],
    ['[1, "a", null] = [1, "a", null]', true],
    ["null = undefined", false],
    ["lost < 3", false],
    ["isFull = false", true],
  ])("%s is %s", (text, expected) => {
    expect(verdict(text, frame)).toBe(expected);
  });

  test.each([
    ["size", 4, "expected one of the signs = != < <= > >=; found the end of the line"],
    ["size == 2", 5, "expected one of the signs = != < <= > >=; found “== 2”"],
    ["size = 2 3", 9, "expected nothing more; found “3”"],
    [
      "size = 'a'",
      7,
      "expected a path into the state, or a number, a text in double quotes, true, false, null, undefined or a list [\"a\", null]; found “'a'”",
    ],
    ["slots[x] = 2", 5, "expected a whole number in brackets, as in “slots[3]”"],
    ["slots. = 2", 5, "expected a field's name after “.”; found “= 2”"],
    ['result = ["a" "b"]', 14, 'expected “,” or “]” in the list; found “"b"]”'],
    ['result = "\\q"', 9, '"\\q" is not a text; after “\\” only \\" \\\\ and \\n may stand'],
  ])("%s is refused at character %i", (text, at, message) => {
    expect(readComparison(text)).toEqual({ ok: false, at, message });
  });

  test("reads back as it was printed", () => {
    const value: fc.Arbitrary<Plain> = fc.letrec<{ value: Plain }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        fc.integer(),
        fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
        fc.string({ unit: "binary" }),
        fc.constantFrom(true, false, null, undefined),
        fc.array(tie("value"), { maxLength: 3 }),
      ),
    })).value;
    const name = fc
      .stringMatching(/^[a-z][A-Za-z0-9]{0,5}$/)
      .filter((text) => !/^(true|false|null|undefined|state)$/.test(text));
    const path = fc.tuple(name, fc.array(fc.oneof(name, fc.nat(99)), { maxLength: 3 }));
    const operand = fc.oneof(
      value.map((value) => ({ kind: "value" as const, value })),
      path.map(([first, rest]) => ({ kind: "path" as const, path: [first, ...rest] })),
    );
    const sign = fc.constantFrom<Comparison["sign"][]>("=", "!=", "<", "<=", ">", ">=");
    fc.assert(
      fc.property(
        fc.record({ left: operand, sign, right: operand }, { noNullPrototype: true }),
        (comparison) => {
          expect(readComparison(printComparison(comparison))).toEqual({ ok: true, value: comparison });
        },
      ),
    );
  });
});
