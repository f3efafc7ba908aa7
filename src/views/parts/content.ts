import type { Plain } from "../../engine/index.ts";

/** How a stored value is written on a picture. */
export function contentOf(value: Plain): { readonly text: string; readonly style: string } {
  return value === undefined ? { text: "undefined", style: " italic" } : { text: String(value), style: "" };
}

/** The style name for the lap of the ring that wrote an item: four colours, in turn. */
export function hueOf(index: number, capacity: number): string {
  return `hue-${Math.floor(index / capacity) % 4}`;
}
