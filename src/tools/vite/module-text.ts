/**
 * A value as the text of a JavaScript expression. Unlike JSON it keeps `undefined`, which is a value like any other
 * in a script.
 *
 * @param special writes what is no plain data, given how to write its parts; undefined for what is
 */
export function literal(
  value: unknown,
  special: (value: unknown, written: (part: unknown) => string) => string | undefined = () => undefined,
): string {
  const written = (part: unknown): string => literal(part, special);
  if (value === undefined) return "undefined";
  const own = special(value, written);
  if (own !== undefined) return own;
  if (Array.isArray(value)) return `[${value.map(written).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, entry]) => `${nameOf(key)}:${written(entry)}`);
  return `{${entries.join(",")}}`;
}

function nameOf(key: string): string {
  return /^[A-Za-z_]\w*$/.test(key) && key !== "__proto__" ? key : JSON.stringify(key);
}
