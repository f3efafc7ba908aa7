/** Red, green and blue, each from 0 to 1. */
type Colour = readonly [number, number, number];

/** What the accent must stand out from, by theme: the paper, and the ground of what is marked with it. */
const GROUNDS = { light: { paper: "#fdfcfa", ink: "#15161a" }, dark: { paper: "#15161a", ink: "#ffffff" } };

/** What text needs (WCAG 2.2, 1.4.3). */
const CONTRAST = 4.5;
/** How much of the accent is in a soft ground. */
const SOFT = 0.14;
const STEPS = 50;

export interface Accent {
  readonly accent: string;
  /** What is written on it. */
  readonly on: string;
  readonly soft: string;
}

/**
 * A colour as an accent that can be read on the paper of a theme, and on its own soft ground: as close to the one that was
 * asked for as that allows.
 *
 * @param hex `#rrggbb`
 */
export function accentFor(hex: string, theme: "light" | "dark"): Accent {
  const paper = colourOf(GROUNDS[theme].paper);
  const end = colourOf(GROUNDS[theme].ink);
  const asked = colourOf(hex);
  for (let step = 0; step <= STEPS; step++) {
    const accent = mixed(asked, end, step / STEPS);
    const soft = mixed(paper, accent, SOFT);
    if (contrast(accent, paper) < CONTRAST || contrast(accent, soft) < CONTRAST) continue;
    const [white, black] = [colourOf("#ffffff"), colourOf("#15161a")];
    const on = contrast(accent, white) >= contrast(accent, black) ? white : black;
    return { accent: hexOf(accent), on: hexOf(on), soft: hexOf(soft) };
  }
  throw new Error(`nothing between ${hex} and ${GROUNDS[theme].ink} can be read`);
}

const PROPERTIES: { readonly [Part in keyof Accent]: string } = {
  accent: "--accent",
  on: "--on-accent",
  soft: "--accent-soft",
};

/** Have an element and all in it take an accent, in either theme. Returns what takes it off again. */
export function putAccent({ style }: HTMLElement, hex: string): () => void {
  const [light, dark] = [accentFor(hex, "light"), accentFor(hex, "dark")];
  const parts = Object.entries(PROPERTIES) as [keyof Accent, string][];
  for (const [part, name] of parts) style.setProperty(name, `light-dark(${light[part]}, ${dark[part]})`);
  return () => {
    for (const [, name] of parts) style.removeProperty(name);
  };
}

/** How much two colours stand out from each other, from 1 to 21 (WCAG 2.2). */
export function contrastOf(one: string, other: string): number {
  return contrast(colourOf(one), colourOf(other));
}

function contrast(one: Colour, other: Colour): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance(colour: Colour): number {
  const [red, green, blue] = colour.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  ) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function mixed(from: Colour, to: Colour, share: number): Colour {
  const part = (at: 0 | 1 | 2) => from[at] + (to[at] - from[at]) * share;
  return colourOf(hexOf([part(0), part(1), part(2)]));
}

function colourOf(hex: string): Colour {
  const part = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return [part(1), part(3), part(5)];
}

function hexOf(colour: Colour): string {
  return `#${colour
    .map((part) =>
      Math.round(part * 255)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
}
