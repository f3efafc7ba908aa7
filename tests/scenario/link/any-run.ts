import fc from "fast-check";
import type { Field, Input, Plain, System } from "../../../src/engine/index.ts";

const tricky = fc.constantFrom(
  ...[
    "undefined",
    "a;b",
    "a b",
    '"',
    '"a"',
    "\\",
    '\\"',
    "T0..T9",
    "..",
    "é",
    "数",
    "🎈",
    "&at=3",
    "#",
    "%41",
  ],
  ...[
    "+",
    "=",
    "?",
    "a\tb",
    "a\nb",
    "\u2028",
    "\uD800",
    "run",
    "pick",
    "expect",
    "<b>",
    "1",
    "-1",
    "T01",
    "'",
  ],
);
/** Texts that are easily taken for something else. */
export const text = fc.oneof(
  tricky,
  fc.string({ unit: "binary", maxLength: 8 }),
  fc.nat(30).map((n) => `T${n}`),
);

/** A value that a field allows, read as a reader's typing is. */
function anyValue(field: Field): fc.Arbitrary<Plain> {
  const { min = 0, max = 0 } = field.range ?? {};
  const typed: { [kind in Field["kind"]]: fc.Arbitrary<string> } = {
    whole: fc.integer({ min, max }).map(String),
    duration: fc.oneof(fc.constant("none"), fc.integer({ min, max }).map(String)),
    thread: fc.stringMatching(/^[A-Za-z]\w{0,19}$/),
    choice: fc.constantFrom("", ...(field.options ?? [])),
    item: text,
  };
  return typed[field.kind]
    .map((typing) => field.parse(typing))
    .filter((read) => read.ok)
    .map((read) => (read.ok ? read.value : undefined));
}

/** A value for each of the fields. */
export function anyValues(fields: System["parameters"]) {
  return fc.record(
    Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, anyValue(field as Field)])),
  );
}

/** Inputs of every kind that a system knows. @param most how far one of them may run */
export function anyInputs(from: System, most = 1_000): fc.Arbitrary<Input[]> {
  const own = Object.entries(from.operations).map(([operation, { arguments: fields }]) =>
    anyValues(fields).map((values): Input => ({ operation, values })),
  );
  const far = fc.integer({ min: 1, max: most });
  const drives: fc.Arbitrary<Input["values"]>[] = [
    far.map((steps) => ({ steps })),
    far.map((ms) => ({ for: ms })),
    fc
      .tuple(
        fc.constantFrom("time", "size"),
        fc.oneof(
          far,
          text.filter((word) => !/\p{Cs}/u.test(word)),
        ),
      )
      .map(([name, value]) => ({
        until: {
          left: { kind: "path", path: [name] },
          sign: "=",
          right: { kind: "value", value },
        } as unknown as Plain,
      })),
  ];
  const moved = [
    ...drives.map((drive) => drive.map((values): Input => ({ operation: "run", values }))),
    fc.constantFrom("P0", "C0", "C1").map((thread): Input => ({ operation: "pick", values: { thread } })),
  ];
  const set = (from.live ?? []).map((parameter) =>
    anyValue(from.parameters[parameter] as Field).map(
      (value): Input => ({ operation: "set", values: { parameter, value } }),
    ),
  );
  return fc.array(fc.oneof(...own, ...(from.kernel === undefined ? [] : moved), ...set), { maxLength: 30 });
}
