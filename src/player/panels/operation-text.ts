import { printComparison } from "../../engine/comparison/print.ts";
import type { Cause, Comparison, Input, Plain } from "../../engine/index.ts";

/** An operation as a script writes it: `push T12`, `run until size = 8`. */
export function operationText({ operation, values }: Pick<Input, "operation" | "values">): string {
  if ("until" in values) {
    return `${operation} until ${printComparison(values.until as unknown as Comparison)}`;
  }
  return [operation, ...Object.values(values).map(valueText)].join(" ");
}

/** What came of an operation: `true`, `[T17, T16]`, or the sentence it threw. Empty while it is under way. */
export function resultText({ mark, detail }: Pick<Cause, "mark" | "detail">): string {
  if (mark === "throw") return String(detail.error);
  if (mark !== "return") return "";
  return detail.result === undefined ? "undefined" : listText(detail.result as Plain);
}

function valueText(value: Plain): string {
  const text = String(value);
  return /\s/.test(text) ? `"${text}"` : text;
}

function listText(value: Plain): string {
  if (Array.isArray(value)) return `[${value.map(listText).join(", ")}]`;
  if (value !== null && typeof value === "object") return JSON.stringify(value);
  return String(value);
}
