import type { Settings } from "./storage/settings.ts";

/** Put a reader's theme and text size on the root, where the style sheets look for them. */
export function showAppearance({ theme, textSize }: Pick<Settings, "theme" | "textSize">): void {
  const { dataset } = document.documentElement;
  if (theme === "system") delete dataset.theme;
  else dataset.theme = theme;
  dataset.textSize = textSize;
}
