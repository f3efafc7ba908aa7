import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import type { Shelf } from "./storage/kept.ts";
import { Memory, MemoryContext } from "./storage/memory.ts";

/**
 * Put the app on the page.
 *
 * @param shelf where it keeps settings and progress
 * @throws Error when the page has no element named `root`
 */
export function start(shelf: Shelf | undefined): void {
  const root = document.getElementById("root");
  if (root === null) throw new Error("the page has no place for the app");
  createRoot(root).render(
    <StrictMode>
      <MemoryContext value={new Memory(shelf)}>
        <App />
      </MemoryContext>
    </StrictMode>,
  );
}
