import { useMemory, useRemembered } from "../storage/memory.ts";
import { TEXT_SIZES, THEMES } from "../storage/settings.ts";

const THEME_SIGNS = { system: "◐", light: "○", dark: "●" } as const;

/** Goes through the themes. */
export function ThemeButton() {
  const memory = useMemory();
  const theme = useRemembered(({ settings }) => settings.theme);
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? "system";
  const name = `Theme: ${theme === "system" ? "as the system" : theme}`;
  return (
    <button
      type="button"
      className="button quiet"
      aria-label={name}
      title={name}
      onClick={() => memory.set({ theme: next })}
    >
      <span aria-hidden="true">{THEME_SIGNS[theme]}</span>
    </button>
  );
}

/** Goes through the sizes of text. */
export function TextSizeButton() {
  const memory = useMemory();
  const size = useRemembered(({ settings }) => settings.textSize);
  const next = TEXT_SIZES[(TEXT_SIZES.indexOf(size) + 1) % TEXT_SIZES.length] ?? "normal";
  const name = `Text size: ${size}`;
  return (
    <button
      type="button"
      className="button quiet"
      aria-label={name}
      title={name}
      onClick={() => memory.set({ textSize: next })}
    >
      <span aria-hidden="true">Aa</span>
    </button>
  );
}
