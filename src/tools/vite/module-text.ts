/**
 * A value as the text of a JavaScript expression. Unlike JSON it keeps `undefined`, which is a value like any other
 * in a script.
 */
export function literal(value: unknown): string {
  if (value === undefined) return "undefined";
  if (Array.isArray(value)) return `[${value.map(literal).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, entry]) => `${nameOf(key)}:${literal(entry)}`);
  return `{${entries.join(",")}}`;
}

function nameOf(key: string): string {
  return /^[A-Za-z_]\w*$/.test(key) && key !== "__proto__" ? key : JSON.stringify(key);
}
