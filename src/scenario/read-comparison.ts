import type { Comparison, Operand, Plain } from "../engine/index.ts";

/** The signs of a comparison. */
export const SIGNS = ["=", "!=", "<", "<=", ">", ">="] as const;

/** What reading an expression gives: it, or what is wrong at which character, counted from 0. */
export type Reading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly at: number; readonly message: string };

/** Read `size = 8`, `lost.value != null`, `result = ["a", null]`. */
export function readComparison(text: string): Reading<Comparison> {
  return reading(text, (reader) => {
    const left = reader.operand();
    const sign = reader.sign();
    const right = reader.operand();
    return { left, sign, right };
  });
}

/** Read one side of a comparison: a path such as `slots[3].kind`, or a value. */
export function readOperand(text: string): Reading<Operand> {
  return reading(text, (reader) => reader.operand());
}

function reading<T>(text: string, read: (reader: Reader) => T): Reading<T> {
  const reader = new Reader(text);
  try {
    const value = read(reader);
    reader.end();
    return { ok: true, value };
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, at: error.at, message: error.message };
    throw error;
  }
}

class Unreadable extends Error {
  readonly at: number;

  constructor(at: number, message: string) {
    super(message);
    this.at = at;
  }
}

const CONSTANTS: ReadonlyMap<string, Plain> = new Map<string, Plain>([
  ["true", true],
  ["false", false],
  ["null", null],
  ["undefined", undefined],
]);

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  sign(): Comparison["sign"] {
    this.#space();
    const at = this.#at;
    const found = this.#take(/[=!<>≤≥≠&|]+/y);
    const sign = SIGNS.find((known) => known === found);
    if (sign === undefined) {
      throw new Unreadable(at, `expected one of the signs ${SIGNS.join(" ")}; found ${this.#found(at)}`);
    }
    return sign;
  }

  operand(): Operand {
    this.#space();
    const name = this.#take(/[A-Za-z_]\w*/y);
    if (name === undefined) return { kind: "value", value: this.#value() };
    const constant = CONSTANTS.has(name);
    return constant
      ? { kind: "value", value: CONSTANTS.get(name) }
      : { kind: "path", path: this.#path(name) };
  }

  end(): void {
    this.#space();
    if (this.#at < this.#text.length) {
      throw new Unreadable(this.#at, `expected nothing more; found ${this.#found(this.#at)}`);
    }
  }

  #path(first: string): (string | number)[] {
    const path: (string | number)[] = [first];
    for (;;) {
      const at = this.#at;
      if (this.#take(/\./y) !== undefined) {
        const name = this.#take(/[A-Za-z_]\w*/y);
        if (name === undefined)
          throw new Unreadable(at, `expected a field's name after “.”; found ${this.#found(at + 1)}`);
        path.push(name);
      } else if (this.#take(/\[/y) !== undefined) {
        const index = this.#take(/\d+(?=\])/y);
        if (index === undefined) {
          throw new Unreadable(at, "expected a whole number in brackets, as in “slots[3]”");
        }
        this.#at += 1;
        path.push(Number(index));
      } else break;
    }
    return path[0] === "state" && path.length > 1 ? path.slice(1) : path;
  }

  #value(): Plain {
    this.#space();
    const at = this.#at;
    const number = this.#take(/-?\d+(\.\d+)?(e[+-]?\d+)?/y);
    // Adding 0 makes −0 plain 0.
    if (number !== undefined) return Number(number) + 0;
    if (this.#take(/\[/y) !== undefined) return this.#list();
    const quoted = this.#take(/"(?:[^"\\]|\\.)*"/y);
    if (quoted !== undefined) return this.#string(quoted, at);
    const word = this.#take(/[A-Za-z_]\w*/y);
    if (word !== undefined && CONSTANTS.has(word)) return CONSTANTS.get(word);
    const allowed = 'a number, a text in double quotes, true, false, null, undefined or a list ["a", null]';
    throw new Unreadable(at, `expected a path into the state, or ${allowed}; found ${this.#found(at)}`);
  }

  #list(): Plain[] {
    const values: Plain[] = [];
    this.#space();
    if (this.#take(/\]/y) !== undefined) return values;
    for (;;) {
      values.push(this.#value());
      this.#space();
      if (this.#take(/\]/y) !== undefined) return values;
      if (this.#take(/,/y) === undefined) {
        throw new Unreadable(this.#at, `expected “,” or “]” in the list; found ${this.#found(this.#at)}`);
      }
    }
  }

  #string(quoted: string, at: number): string {
    try {
      return JSON.parse(quoted) as string;
    } catch {
      throw new Unreadable(at, `${quoted} is not a text; after “\\” only \\" \\\\ and \\n may stand`);
    }
  }

  #space(): void {
    this.#take(/\s*/y);
  }

  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }

  #found(at: number): string {
    const rest = this.#text.slice(at).trim();
    return rest === "" ? "the end of the line" : `“${rest}”`;
  }
}
