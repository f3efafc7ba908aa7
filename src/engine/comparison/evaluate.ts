import { canonical } from "../kernel/hash.ts";
import type { Plain } from "../kernel/plain.ts";
import type { Parsed } from "../systems/fields.ts";
import type { Frame } from "../systems/run.ts";
import type { Comparison, Operand } from "./comparison.ts";
import { noSuch } from "./nearest.ts";
import { printPath } from "./print.ts";

/** What of a frame a comparison looks at. */
type Seen = { readonly state: object; readonly cause: Pick<Frame["cause"], "mark" | "detail"> };

/** Does a comparison hold in a frame? Not ok when it names a field that the state does not have. */
export function holds({ left, sign, right }: Comparison, frame: Seen): Parsed<boolean> {
  const a = evaluate(left, frame);
  if (!a.ok) return a;
  const b = evaluate(right, frame);
  if (!b.ok) return b;
  return { ok: true, value: compare(a.value, sign, b.value) };
}

/**
 * The value of an operand in a frame. `result` is what the last operation returned and `error` the message of
 * what it threw; everything else is a path into the state. A path that leads through null or undefined, or out
 * of a list, has the value undefined. An entry of a list that has a name is found by it: `threads.P1`.
 */
export function evaluate(operand: Operand, frame: Seen): Parsed<Plain | object> {
  if (operand.kind === "value") return { ok: true, value: operand.value };
  const root: { readonly [name: string]: unknown } = { ...frame.state, ...outcome(frame) };
  let value: unknown = root;
  for (const [index, step] of operand.path.entries()) {
    if (value === null || value === undefined) return { ok: true, value: undefined };
    const next = entry(value, step);
    if (next === MISSING) {
      const inside = index === 0 ? "the state" : printPath(operand.path.slice(0, index));
      return {
        ok: false,
        message: noSuch("field", String(step), `the fields of ${inside} are`, fieldsOf(value)),
      };
    }
    value = next;
  }
  return { ok: true, value: value as Plain | object };
}

function outcome({ cause: { mark, detail } }: Seen) {
  return {
    result: mark === "return" ? detail.result : undefined,
    error: mark === "throw" ? detail.error : undefined,
  };
}

const MISSING = Symbol("missing");

function entry(value: unknown, step: string | number): unknown {
  if (typeof value !== "object" || value === null) return MISSING;
  if (typeof step === "number") {
    return "at" in value && typeof value.at === "function" ? value.at(step) : MISSING;
  }
  if (Object.hasOwn(value, step)) return (value as { readonly [name: string]: unknown })[step];
  if (Symbol.iterator in value) return named(value as Iterable<unknown>, step);
  // A record with a `kind` has other fields for other kinds: a slot without an item has no `value`.
  return Object.hasOwn(value, "kind") ? undefined : MISSING;
}

function named(list: Iterable<unknown>, name: string): unknown {
  for (const entry of list) {
    if (typeof entry === "object" && entry !== null && "name" in entry && entry.name === name) return entry;
  }
  return MISSING;
}

function fieldsOf(value: unknown): string[] {
  if (typeof value === "object" && value !== null && Symbol.iterator in value) {
    return [...(value as Iterable<{ readonly name?: string }>)].flatMap((entry) => entry?.name ?? []);
  }
  return typeof value === "object" && value !== null ? Object.keys(value) : [];
}

function compare(a: unknown, sign: Comparison["sign"], b: unknown): boolean {
  if (sign === "=") return canonical(a) === canonical(b);
  if (sign === "!=") return canonical(a) !== canonical(b);
  if (typeof a !== "number" || typeof b !== "number") return false;
  if (sign === "<") return a < b;
  if (sign === "<=") return a <= b;
  return sign === ">" ? a > b : a >= b;
}
