/**
 * The address of a system in the lab. It stays as readable as an address can be: spaces are `+`, and what needs no
 * encoding after a `#` has none.
 *
 * @throws URIError when the query is not well-formed text
 */
export function labHref(system: string, query: Readonly<Record<string, string>> = {}): string {
  const entries = Object.entries(query).map(([name, value]) => `${encoded(name)}=${encoded(value)}`);
  return `#/lab/${encodeURIComponent(system)}${entries.length === 0 ? "" : `?${entries.join("&")}`}`;
}

function encoded(text: string): string {
  return encodeURIComponent(text)
    .replaceAll("%20", "+")
    .replace(/%(?:3B|2C|3A|3D|2F)/g, decodeURIComponent);
}
