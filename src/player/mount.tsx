import { type ReactNode, StrictMode } from "react";
import { createRoot } from "react-dom/client";

/**
 * Put something on the page.
 *
 * @throws Error when the page has no element named `root`
 */
export function mount(page: ReactNode): void {
  const root = document.getElementById("root");
  if (root === null) throw new Error("the page has no place for the app");
  createRoot(root).render(<StrictMode>{page}</StrictMode>);
}
