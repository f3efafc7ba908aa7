import type { Plain } from "./plain.ts";

/**
 * FNV-1a over UTF-16 code units, 32 bits (Fowler, Noll, Vo). Not for security: it tells runs apart.
 *
 * @param basis the hash so far; the default is the published offset basis
 */
export function fnv1a(text: string, basis = 0x811c9dc5): number {
  let hash = basis | 0;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return hash;
}

/**
 * One way to write a value: keys sorted, `undefined` told from `null`, and whatever has a `toJSON`
 * written as that. Equal values give equal texts.
 */
export function canonical(value: unknown): string {
  if (value === undefined) return "undefined";
  if (Object.is(value, -0)) return "-0";
  if (typeof value === "number" && !Number.isFinite(value)) return String(value);
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if ("toJSON" in value && typeof value.toJSON === "function") return canonical(value.toJSON());
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${canonical(entry)}`).join(",")}}`;
}

/** A running fingerprint of plain values, 64 bits as 16 hexadecimal digits. Order matters. */
export class Fingerprint {
  #low = 0x811c9dc5 | 0;
  #high = 0x01234567 | 0;

  add(value: Plain | object): this {
    const text = canonical(value);
    this.#low = fnv1a(text, this.#low);
    this.#high = fnv1a(text, this.#high);
    return this;
  }

  toString(): string {
    return [this.#high, this.#low].map((half) => (half >>> 0).toString(16).padStart(8, "0")).join("");
  }
}
