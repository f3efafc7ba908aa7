import { canonical, type Frame, type Parsed, type Plain } from "../../engine/index.ts";
import type { Comparison, Operand } from "../episode.ts";
import { noSuch } from "../nearest.ts";
import { printPath } from "./print.ts";

/** Does a comparison hold in a frame? Not ok when it names a field that the state does not have. */
export function holds({ left, sign, right }: Comparison, frame: Frame): Parsed<boolean> {
  const a = evaluate(left, frame);
  if (!a.ok) return a;
  const b = evaluate(right, frame);
  if (!b.ok) return b;
  return { ok: true, value: compare(a.value, sign, b.value) };
}

/**
 * The value of an operand in a frame. `result` is what the last operation returned and `error` the message of
 * what it threw; everything else is a path into the state. A path that leads through null or undefined, or out
 * of a list, has the value undefined.
 */
export function evaluate(operand: Operand, frame: Frame): Parsed<Plain | object> {
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

function outcome({ cause: { mark, detail } }: Frame) {
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
  // A record with a `kind` has other fields for other kinds: a slot without an item has no `value`.
  return Object.hasOwn(value, "kind") ? undefined : MISSING;
}

function fieldsOf(value: unknown): string[] {
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
