import { useLayoutEffect } from "react";
import { showAppearance } from "./appearance.ts";
import { useRemembered } from "./storage/memory.ts";

/** Have the page look as its reader has set it. */
export function useAppearance(): void {
  const theme = useRemembered(({ settings }) => settings.theme);
  const textSize = useRemembered(({ settings }) => settings.textSize);
  useLayoutEffect(() => showAppearance({ theme, textSize }), [theme, textSize]);
}
