import type { Shelf } from "../../app/storage/kept.ts";

/** What the browser keeps for as long as this tab is open, or nothing where it is blocked. */
export function tabShelf(): Shelf | undefined {
  try {
    return window.sessionStorage;
  } catch {
    return undefined;
  }
}
