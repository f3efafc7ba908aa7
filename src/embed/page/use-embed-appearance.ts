import { useEffect, useLayoutEffect } from "react";
import type { EmbedOptions } from "../options/options.ts";

/** Put theme and accent on the root, where the style sheets look for them. */
export function useEmbedAppearance({ theme, accent }: Pick<EmbedOptions, "theme" | "accent">): void {
  useLayoutEffect(() => {
    const { dataset } = document.documentElement;
    if (theme === "auto") delete dataset.theme;
    else dataset.theme = theme;
  }, [theme]);
  useEffect(() => {
    if (accent === undefined) return;
    let takeOff: (() => void) | undefined;
    let wanted = true;
    import("../options/accent.ts").then(
      ({ putAccent }) => {
        if (wanted) takeOff = putAccent(document.documentElement, accent);
      },
      // It then has the colour that the site has.
      () => {},
    );
    return () => {
      wanted = false;
      takeOff?.();
    };
  }, [accent]);
}
