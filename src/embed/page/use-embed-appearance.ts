import { useLayoutEffect } from "react";
import { type Accent, accentFor } from "../options/accent.ts";
import type { EmbedOptions } from "../options/options.ts";

const PROPERTIES: { readonly [Part in keyof Accent]: string } = {
  accent: "--accent",
  on: "--on-accent",
  soft: "--accent-soft",
};

/** Put theme and accent on the root, where the style sheets look for them. */
export function useEmbedAppearance({ theme, accent }: Pick<EmbedOptions, "theme" | "accent">): void {
  useLayoutEffect(() => {
    const { dataset } = document.documentElement;
    if (theme === "auto") delete dataset.theme;
    else dataset.theme = theme;
  }, [theme]);
  useLayoutEffect(() => {
    if (accent === undefined) return;
    const { style } = document.documentElement;
    const [light, dark] = [accentFor(accent, "light"), accentFor(accent, "dark")];
    const parts = Object.entries(PROPERTIES) as [keyof Accent, string][];
    for (const [part, name] of parts) style.setProperty(name, `light-dark(${light[part]}, ${dark[part]})`);
    return () => {
      for (const [, name] of parts) style.removeProperty(name);
    };
  }, [accent]);
}
