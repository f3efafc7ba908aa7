/** The source that a window's operation shows: a method of the ring beneath it. */
export function ringSource(method: "push" | "getRecent" | "getWindow") {
  return { structure: "OverwritingRingBuffer", method };
}
