import { printQueryText } from "../../scenario/link/query-text.ts";

/** The slug that a system run on its own has where episodes have theirs. */
export const LAB = "lab";

/**
 * The address of a system in the lab.
 *
 * @throws URIError when the query is not well-formed text
 */
export function labHref(system: string, query: Readonly<Record<string, string>> = {}): string {
  return withQuery(`#/lab/${encodeURIComponent(system)}`, printQueryText(query));
}

/** A path, and a query if there is any. */
export function withQuery(path: string, query: string): string {
  return query === "" ? path : `${path}?${query}`;
}
