import type { Shelf } from "./kept.ts";

/** The browser's own storage, or nothing where it is blocked. */
export function browserShelf(): Shelf | undefined {
  try {
    const shelf = window.localStorage;
    // The first question takes a while to be answered: the browser reads the store then, not before.
    shelf.getItem("");
    return shelf;
  } catch {
    return undefined;
  }
}
