import type { Plain } from "../../engine/index.ts";
import { grouped } from "../../engine/systems/grouped.ts";
import { contentOf } from "./content.ts";

/** An operation as it is written: “push T12”, “window 8, 6”. */
export function called(operation: string, values: { readonly [argument: string]: Plain }): string {
  const written = Object.values(values).map((value) => contentOf(value).text);
  return [operation, written.join(", ")].filter((part) => part !== "").join(" ");
}

/** “1 slot”, “12 slots”. */
export function count(number: number, thing: string): string {
  return number === 1 ? `1 ${thing}` : `${grouped(number)} ${thing}s`;
}
