/** A query as it stands in an address. It stays as readable as it can be: spaces are `+`, and what needs no encoding after a `#` has none. */
export function printQueryText(query: Readonly<Record<string, string>>): string {
  return Object.entries(query)
    .map(([name, value]) => `${encoded(name).replaceAll("=", "%3D")}=${encoded(value)}`)
    .join("&");
}

/** Read what {@link printQueryText} prints. It may come from anywhere: what is not encoded well is taken as it stands. */
export function parseQueryText(text: string): Map<string, string> {
  const query = new Map<string, string>();
  for (const part of text.split("&")) {
    if (part === "") continue;
    const [name = "", ...value] = part.split("=");
    query.set(decoded(name), decoded(value.join("=")));
  }
  return query;
}

function encoded(text: string): string {
  return encodeURIComponent(text)
    .replaceAll("%20", "+")
    .replace(/%(?:3B|2C|3A|3D|2F)/g, decodeURIComponent);
}

function decoded(text: string): string {
  const spaced = text.replaceAll("+", " ");
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}
