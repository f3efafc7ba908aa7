import { useSyncExternalStore } from "react";

/**
 * How the page is arranged: `wide` with the words beside the picture, `tall` with the words under it, `phone` with one
 * panel at a time under it, `compact` with little more than the picture, as in a small frame.
 */
export type Layout = "wide" | "tall" | "phone" | "compact";

const QUERIES: readonly (readonly [Layout, string])[] = [
  ["compact", "(max-height: 519px)"],
  ["phone", "(max-width: 639px)"],
  ["tall", "(max-width: 1023px)"],
];

function now(): Layout {
  if (typeof matchMedia === "undefined") return "wide";
  return QUERIES.find(([, query]) => matchMedia(query).matches)?.[0] ?? "wide";
}

function subscribe(changed: () => void): () => void {
  if (typeof matchMedia === "undefined") return () => {};
  const lists = QUERIES.map(([, query]) => matchMedia(query));
  for (const list of lists) list.addEventListener("change", changed);
  return () => {
    for (const list of lists) list.removeEventListener("change", changed);
  };
}

export function useLayout(): Layout {
  return useSyncExternalStore(subscribe, now);
}
