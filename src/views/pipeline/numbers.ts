import type { FailureCounter } from "../../engine/systems/failures/failure-state.ts";
import type { Mark } from "../../stage/mark.ts";
import { textWidth } from "../../stage/text-width.ts";
import { line } from "../parts/words.ts";
import { measured } from "./measured.ts";

/** The counters side by side, as many as there is room for. */
export function numbers(
  counters: readonly FailureCounter[],
  left: number,
  right: number,
  top: number,
  type: number,
  small: number,
): Mark[] {
  const most = Math.max(1, Math.floor((right - left) / (type * 7)));
  // A value is never cut: fewer counters stand side by side while one of them is wide.
  const widest = Math.max(
    ...counters
      .slice(0, most)
      .map(({ value, unit }) => textWidth(words(value, unit), { size: type * 1.25, bold: true })),
  );
  const shown = counters.slice(0, Math.min(most, Math.max(1, Math.floor((right - left) / (widest + type)))));
  const pitch = Math.min(type * 12, (right - left) / shown.length);
  return shown.flatMap(({ name, title, value, unit }, i) => {
    const place = { x: left + pitch * i, room: pitch - type * 0.6 };
    const written = words(value, unit);
    return [
      ...line({
        ...place,
        key: `counter:${name}:title`,
        text: title,
        y: top + small * 0.6,
        size: small,
        style: "muted",
      }),
      ...line({
        ...place,
        key: `counter:${name}`,
        text: written,
        y: top + small * 1.2 + type * 0.9,
        size: type * 1.25,
        style: "bold",
      }),
    ];
  });
}

function words(value: number | null, unit: string): string {
  return value === null ? "none yet" : measured(value, unit);
}
