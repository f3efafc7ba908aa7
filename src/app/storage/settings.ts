import { type Codec, isRecord } from "./kept.ts";

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

export const TEXT_SIZES = ["normal", "large", "larger"] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

/** How the reader likes the page. */
export interface Settings {
  readonly theme: Theme;
  readonly textSize: TextSize;
  readonly speed: number;
  /** The panel on show. */
  readonly tab: string;
}

const EMPTY: Settings = { theme: "system", textSize: "normal", speed: 1, tab: "typescript" };

export const settingsCodec: Codec<Settings> = {
  name: "invisible-linked-list/settings",
  version: 1,
  empty: EMPTY,
  read(value) {
    if (!isRecord(value)) return undefined;
    const { theme, textSize, speed, tab } = value;
    return {
      theme: THEMES.find((known) => known === theme) ?? EMPTY.theme,
      textSize: TEXT_SIZES.find((known) => known === textSize) ?? EMPTY.textSize,
      speed: typeof speed === "number" && speed >= 0.25 && speed <= 4 ? speed : EMPTY.speed,
      tab: typeof tab === "string" && tab.length < 40 ? tab : EMPTY.tab,
    };
  },
};
