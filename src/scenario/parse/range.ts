import type { Parsed } from "../../engine/index.ts";

/** The longest range that a script may write. */
const LONGEST = 10_000;

/**
 * The texts that a range stands for: `T0..T11`, `3..5`, `A..F`. A text without two dots is a range of one.
 *
 * @example rangeOf("T0..T2") // { ok: true, value: ["T0", "T1", "T2"] }
 */
export function rangeOf(text: string): Parsed<readonly string[]> {
  if (!text.includes("..")) return { ok: true, value: [text] };
  const letters = /^(?:([a-z])\.\.([a-z])|([A-Z])\.\.([A-Z]))$/.exec(text);
  if (letters !== null) {
    const [from = 0, to = 0] = [text.charCodeAt(0), text.charCodeAt(text.length - 1)];
    if (from <= to) return { ok: true, value: each(from, to, (code) => String.fromCharCode(code)) };
  }
  const numbers = /^(.*?)(\d+)\.\.(.*?)(\d+)$/.exec(text);
  const [, prefix = "", first = "", again = "", last = ""] = numbers ?? [];
  const [from, to] = [Number(first), Number(last)];
  if (numbers === null || prefix !== again || from > to) {
    return {
      ok: false,
      message: `“${text}” is not a range: it counts up from one number to another after the same text, as T0..T11 or 3..5; a text with two dots stands in quotes`,
    };
  }
  if (to - from >= LONGEST)
    return { ok: false, message: `“${text}” is too long: a range has at most 10,000 values` };
  const width = first.startsWith("0") ? first.length : 0;
  return { ok: true, value: each(from, to, (number) => prefix + String(number).padStart(width, "0")) };
}

function each(from: number, to: number, text: (number: number) => string): string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => text(from + index));
}

/**
 * Lines with the runs among them written as ranges: `push T0`, `push T1`, `push T2` become `push T0..T2`.
 * Reading the result gives the same operations again.
 */
export function foldRanges(lines: readonly string[]): string[] {
  const folded: string[] = [];
  for (let at = 0; at < lines.length; ) {
    const counted = countedIn(lines[at] ?? "");
    let end = at + 1;
    if (counted !== undefined) {
      const { before, number, after } = counted;
      while (end - at < LONGEST && lines[end] === `${before}${number + end - at}${after}`) end++;
      const prefix = /[^ ]*$/.exec(before)?.[0] ?? "";
      if (end - at > 1) folded.push(`${before}${number}..${prefix}${number + end - at - 1}${after}`);
    }
    if (end === at + 1) folded.push(lines[at] ?? "");
    at = end;
  }
  return folded;
}

/** A line's last word that ends in a number, without a zero before it and not in quotes. */
function countedIn(line: string): { before: string; number: number; after: string } | undefined {
  const found = /^([^"]* [^ "]*?)(?<!\d)(0|[1-9]\d{0,14})((?: [^ "]*[^ "\d])*)$/.exec(line);
  if (found === null || line.includes("..")) return undefined;
  const [, before = "", number = "", after = ""] = found;
  return { before, number: Number(number), after };
}
