/**
 * Gives equal values equal numbers, and different values different ones: exactly, unlike a hash. An object is looked into
 * once only, so a snapshot that shares most of itself with the last one costs what has changed.
 */
export class HashConsing {
  readonly #numbers = new Map<string, number>();
  readonly #known = new WeakMap<object, number>();

  /** @param value plain data that does not change any more */
  numberOf(value: unknown): number {
    if (value === null || typeof value !== "object") return this.#number(primitiveText(value));
    const known = this.#known.get(value);
    if (known !== undefined) return known;
    const number = this.#number(this.#textOf(value));
    this.#known.set(value, number);
    return number;
  }

  #textOf(value: object): string {
    if ("toJSON" in value && typeof value.toJSON === "function") return `=${this.numberOf(value.toJSON())}`;
    if (Array.isArray(value)) return `[${value.map((entry) => this.numberOf(entry)).join()}]`;
    const fields = value as { readonly [name: string]: unknown };
    const names = Object.keys(fields).sort();
    return `{${names.map((name) => `${JSON.stringify(name)}:${this.numberOf(fields[name])}`).join()}}`;
  }

  #number(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(text, number);
    return number;
  }
}

function primitiveText(value: unknown): string {
  return Object.is(value, -0) ? "-0" : `${typeof value} ${String(value)}`;
}
