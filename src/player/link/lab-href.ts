import { printQueryText } from "../../scenario/link/query-text.ts";

/** The slug that a system run on its own has where episodes have theirs. */
export const LAB = "lab";

/**
 * The address of a system in the lab; of the list of all systems without one.
 *
 * @throws URIError when the query is not well-formed text
 */
export function labHref(system?: string, query: Readonly<Record<string, string>> = {}): string {
  if (system === undefined) return "#/lab";
  return withQuery(`#/lab/${encodeURIComponent(system)}`, printQueryText(query));
}

/** A path, and a query if there is any. */
export function withQuery(path: string, query: string): string {
  return query === "" ? path : `${path}?${query}`;
}
