import type { Sitting } from "../sitting.ts";

/** Have a sitting end with its page, and be told of when the page may end without a word, as on a phone. */
export function followPage(sitting: Sitting, window: Window): void {
  const { delivery } = sitting;
  window.addEventListener("pagehide", () => sitting.leave());
  window.addEventListener("pageshow", ({ persisted }) => {
    // A sitting that has ended cannot go on: the page that comes back begins another.
    if (persisted) window.location.reload();
  });
  window.addEventListener("online", () => delivery.now());
  window.document.addEventListener("visibilitychange", () => delivery.now());
}
