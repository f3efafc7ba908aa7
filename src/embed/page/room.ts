import { useSyncExternalStore } from "react";

/** How much room the frame gives: `wide` for panels at the side, `low` for little more than the picture, else a `column`. */
export type Room = "wide" | "low" | "column";

const QUERIES: readonly (readonly [Room, string])[] = [
  ["low", "(max-height: 479px)"],
  ["wide", "(min-width: 900px)"],
];
const NARROW = "(max-width: 767px)";
const SLIM = "(max-width: 559px)";

function matches(query: string): boolean {
  return typeof matchMedia !== "undefined" && matchMedia(query).matches;
}

function subscribe(changed: () => void): () => void {
  if (typeof matchMedia === "undefined") return () => {};
  const lists = [...QUERIES.map(([, query]) => query), NARROW, SLIM].map((query) => matchMedia(query));
  for (const list of lists) list.addEventListener("change", changed);
  return () => {
    for (const list of lists) list.removeEventListener("change", changed);
  };
}

export function useRoom(): Room {
  return useSyncExternalStore(subscribe, () => QUERIES.find(([, query]) => matches(query))?.[0] ?? "column");
}

/** Whether there is so little width that controls stand in two rows. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => matches(NARROW));
}

/** Whether there is so little width that not even the smallest controls fit in one row. */
export function useSlim(): boolean {
  return useSyncExternalStore(subscribe, () => matches(SLIM));
}
