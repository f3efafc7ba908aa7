import type { Plain } from "../kernel/plain.ts";
import type { Comparison, Operand } from "./comparison.ts";

/** A comparison as an author writes it. */
export function printComparison({ left, sign, right }: Comparison): string {
  return `${printOperand(left)} ${sign} ${printOperand(right)}`;
}

/** A path or a value as an author writes it. */
export function printOperand(operand: Operand): string {
  return operand.kind === "value" ? printValue(operand.value) : printPath(operand.path);
}

/** `slots[3].kind` */
export function printPath(path: readonly (string | number)[]): string {
  return path
    .map((step, index) => (typeof step === "number" ? `[${step}]` : index === 0 ? step : `.${step}`))
    .join("");
}

/** A value as an author writes it. What has no such form, a record, is shown as JSON. */
export function printValue(value: Plain | object): string {
  if (value === undefined) return "undefined";
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(printValue).join(", ")}]`;
  return JSON.stringify(value);
}
