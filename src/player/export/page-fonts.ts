import type { FontSource } from "./film-messages.ts";

/** The fonts that the page's own style sheets bring, with addresses that hold anywhere. */
export function pageFonts(): readonly FontSource[] {
  return [...document.styleSheets].flatMap((sheet) =>
    rulesOf(sheet).flatMap((rule) => {
      if (!(rule instanceof CSSFontFaceRule)) return [];
      const property = (name: string) => rule.style.getPropertyValue(name);
      const base = sheet.href ?? document.baseURI;
      const source = property("src").replace(
        /url\("?([^")]+)"?\)/g,
        (_, address) => `url("${new URL(address, base).href}")`,
      );
      const family = property("font-family").replace(/^["']|["']$/g, "");
      return [{ family, source, weight: property("font-weight"), style: property("font-style") || "normal" }];
    }),
  );
}

/** A sheet of another origin, as an extension may bring, cannot be read. */
function rulesOf(sheet: CSSStyleSheet): readonly CSSRule[] {
  try {
    return [...sheet.cssRules];
  } catch {
    return [];
  }
}
