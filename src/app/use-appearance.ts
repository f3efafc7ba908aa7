import { useLayoutEffect } from "react";
import { useRemembered } from "./storage/memory.ts";

/** Put the reader's theme and text size on the root, where the style sheets look for them. */
export function useAppearance(): void {
  const theme = useRemembered(({ settings }) => settings.theme);
  const textSize = useRemembered(({ settings }) => settings.textSize);
  useLayoutEffect(() => {
    const { dataset } = document.documentElement;
    if (theme === "system") delete dataset.theme;
    else dataset.theme = theme;
    dataset.textSize = textSize;
  }, [theme, textSize]);
}
