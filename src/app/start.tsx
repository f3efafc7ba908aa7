import { mount } from "../player/mount.tsx";
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
  mount(
    <MemoryContext value={new Memory(shelf)}>
      <App />
    </MemoryContext>,
  );
}
