import type { Plain } from "../kernel/plain.ts";
import { grouped } from "./grouped.ts";

/** What reading a text as a field's value gives: the value, or a sentence that says what is allowed. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly message: string };

/**
 * A parameter of a system or an argument of an operation: what it may be, and how it is written.
 * Scripts, hand controls and links all read and write values through it.
 */
export interface Field<T extends Plain = Plain> {
  readonly kind: "whole" | "item" | "choice" | "duration" | "thread";
  readonly help: string;
  readonly unit?: string;
  readonly default: T;
  /** What is allowed, to follow “must be”: “a whole number from 1 to 64”. */
  readonly allowed: string;
  readonly range?: { readonly min: number; readonly max: number };
  readonly options?: readonly string[];
  /** It is worth being dragged through its range. */
  readonly slider?: boolean;
  parse(text: string): Parsed<T>;
  print(value: T): string;
}

export type Fields = { readonly [name: string]: Field<never> | Field };

/** The values that a set of fields describes. */
export type Values<F extends Fields> = {
  readonly [Name in keyof F]: F[Name] extends Field<infer T> ? T : never;
};

/** The values that fields have when none are given. */
export function defaultsOf(fields: Fields): { [name: string]: Plain } {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.default as Plain]));
}

/** A whole number from `min` to `max`. */
export function whole(spec: {
  readonly min: number;
  readonly max: number;
  readonly default: number;
  readonly help: string;
  readonly unit?: string;
  readonly slider?: boolean;
}): Field<number> {
  const { min, max } = spec;
  const open = max === Number.MAX_SAFE_INTEGER;
  const allowed = open
    ? `a whole number, ${grouped(min)} or more`
    : `a whole number from ${grouped(min)} to ${grouped(max)}`;
  return {
    kind: "whole",
    ...spec,
    range: { min, max },
    allowed,
    parse(text) {
      const digits = text.trim().replaceAll(",", "");
      // A whole number knows no −0.
      const value = Number(digits) + 0;
      if (!/^-?\d+$/.test(digits) || value < min || value > max)
        return { ok: false, message: `must be ${allowed}` };
      return { ok: true, value };
    },
    print: String,
  };
}

/** A whole number of ms, at most so many, or `none`, which is null: no limit. */
export function duration(spec: {
  readonly max: number;
  readonly default: number | null;
  readonly help: string;
}): Field<number | null> {
  const ms = whole({ ...spec, min: 0, default: spec.default ?? 0 });
  const allowed = `${ms.allowed}, or none`;
  return {
    kind: "duration",
    ...spec,
    unit: "ms",
    range: { min: 0, max: spec.max },
    allowed,
    parse(text) {
      if (text.trim() === "none") return { ok: true, value: null };
      const read = ms.parse(text);
      return read.ok ? read : { ok: false, message: `must be ${allowed}` };
    },
    print: (value) => (value === null ? "none" : String(value)),
  };
}

/** The name of a thread. Which ones there are is known only when the operation runs. */
export function thread(spec: { readonly default: string; readonly help: string }): Field<string> {
  const allowed = "the name of a thread: letters and digits, such as P0";
  return {
    kind: "thread",
    ...spec,
    allowed,
    parse(text) {
      const value = text.trim();
      return /^[A-Za-z]\w{0,19}$/.test(value)
        ? { ok: true, value }
        : { ok: false, message: `must be ${allowed}` };
    },
    print: String,
  };
}

const LONGEST_ITEM = 20;

/**
 * Something to store: a text of 1 to 20 characters. The bare word `undefined` stores `undefined` itself,
 * which is a value like any other.
 */
export function item(spec: { readonly default: string; readonly help: string }): Field<string | undefined> {
  const allowed = `a text of 1 to ${LONGEST_ITEM} characters`;
  return {
    kind: "item",
    ...spec,
    allowed,
    parse(text) {
      const value = text.trim();
      const length = [...value].length;
      if (length < 1 || length > LONGEST_ITEM) return { ok: false, message: `must be ${allowed}` };
      return { ok: true, value: value === "undefined" ? undefined : value };
    },
    print: String,
  };
}

/** One of a few words. */
export function choice<const O extends readonly [string, ...string[]]>(spec: {
  readonly options: O;
  readonly default: O[number];
  readonly help: string;
}): Field<O[number]> {
  const allowed = `one of ${spec.options.join(", ")}`;
  return {
    kind: "choice",
    ...spec,
    allowed,
    parse(text) {
      const value = spec.options.find((option) => option === text.trim());
      return value === undefined ? { ok: false, message: `must be ${allowed}` } : { ok: true, value };
    },
    print: String,
  };
}
