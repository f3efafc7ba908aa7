import { useSyncExternalStore } from "react";

const QUERY = "(min-width: 900px) and (min-height: 520px)";

/** Whether there is room for the text and the preview side by side. */
export function useWide(): boolean {
  return useSyncExternalStore(subscribe, isWide);
}

function isWide(): boolean {
  return typeof matchMedia === "undefined" || matchMedia(QUERY).matches;
}

function subscribe(changed: () => void): () => void {
  if (typeof matchMedia === "undefined") return () => {};
  const list = matchMedia(QUERY);
  list.addEventListener("change", changed);
  return () => list.removeEventListener("change", changed);
}
