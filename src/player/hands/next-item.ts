import type { Input } from "../../engine/index.ts";

/** Further back than this nobody remembers what was stored. */
const REMEMBERED = 200;

/**
 * The item that a reader would most likely store next: after `T12`, `T13`; after `C`, `D`.
 *
 * @param last the input that was done last, −1 for none
 * @param first what to store when nothing was stored yet
 */
export function nextItem(inputs: readonly Input[], last: number, argument: string, first: string): string {
  const before = itemBefore(inputs, last, argument);
  if (before === undefined) return first;
  const numbered = /^(.*?)(\d{1,15})$/.exec(before);
  if (numbered !== null) return `${numbered[1]}${Number(numbered[2]) + 1}`;
  if (/^[A-Y]$/.test(before)) return String.fromCharCode(before.charCodeAt(0) + 1);
  return before === "Z" ? "A1" : before;
}

function itemBefore(inputs: readonly Input[], last: number, argument: string): string | undefined {
  for (let at = last; at >= Math.max(0, last - REMEMBERED); at--) {
    const value = inputs[at]?.values[argument];
    if (typeof value === "string") return value;
  }
  return undefined;
}
