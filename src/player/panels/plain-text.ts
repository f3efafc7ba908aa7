import { grouped } from "../../engine/index.ts";

const MOST = 24;

/** A value as a person reads it: `T5`, `3`, `yes`, `[T0, T1, empty]`. Long lists end with how many more there are. */
export function plainText(value: unknown): string {
  if (value === undefined) return "undefined";
  if (value === null) return "none";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return Number.isInteger(value) ? grouped(value) : String(value);
  if (typeof value !== "object") return String(value);
  return isIterable(value) ? listText(value) : recordText(value as Readonly<Record<string, unknown>>);
}

function isIterable(value: object): value is Iterable<unknown> {
  return Symbol.iterator in value;
}

function listText(list: Iterable<unknown>): string {
  const shown: string[] = [];
  const length = (list as { readonly length?: number }).length ?? Number.POSITIVE_INFINITY;
  for (const value of list) {
    if (shown.length === MOST) break;
    shown.push(plainText(value));
  }
  const more =
    length > shown.length && Number.isFinite(length) ? `, … ${grouped(length - shown.length)} more` : "";
  return `[${shown.join(", ")}${more}]`;
}

/** A thing with a value is shown as its value, one with a name by its name; one that only has a kind, as its kind. */
function recordText(record: Readonly<Record<string, unknown>>): string {
  if ("value" in record) {
    const index = typeof record.index === "number" ? ` #${record.index}` : "";
    return `${plainText(record.value)}${index}`;
  }
  if (typeof record.name === "string") return record.name;
  if (typeof record.kind === "string") return record.kind;
  return Object.entries(record)
    .map(([name, value]) => `${name} ${plainText(value)}`)
    .join(", ");
}
