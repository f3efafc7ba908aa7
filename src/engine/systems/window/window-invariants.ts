import type { Invariant } from "../define-system.ts";
import type { WindowState } from "./window-state.ts";

/** What is true of a window that nobody reads from destructively. */
export const windowInvariants: readonly Invariant<WindowState<unknown>>[] = [
  {
    id: "size-in-range",
    words: "0 ≤ size ≤ capacity",
    holds: ({ size, capacity, values }) => size >= 0 && size <= capacity && values.length === size,
  },
  {
    id: "newest-are-kept",
    words: "the newest entries are kept, as many as there is room for",
    holds: ({ size, capacity, totalWritten }) => size === Math.min(totalWritten, capacity),
  },
  {
    id: "head-meets-tail",
    words: "once full, head and tail move together",
    holds: ({ size, capacity, head, tail }) => (tail + size) % capacity === head,
  },
];
