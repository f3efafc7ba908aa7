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
  const widthOf = ({ title, value, unit }: FailureCounter): number =>
    Math.max(
      textWidth(title, { size: small }),
      textWidth(words(value, unit), { size: type * 1.25, bold: true }),
    );
  // Nothing of a counter is ever cut: fewer stand side by side while one of them is wide.
  let count = Math.min(most, counters.length);
  const wide = (): boolean =>
    Math.max(...counters.slice(0, count).map(widthOf)) + type > (right - left) / count;
  while (count > 1 && wide()) count -= 1;
  const shown = counters.slice(0, count);
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
