import { useEffect } from "react";
import { isTaken } from "../../player/keys/on-shortcut.ts";

/** `?` asks for the list of shortcuts. */
export function useShortcutsKey(open: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== "?" || isTaken(event)) return;
      event.preventDefault();
      open();
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  });
}
