import type { FailureCounter } from "../../engine/systems/failures/failure-state.ts";
import type { Mark } from "../../stage/mark.ts";
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
  const shown = counters.slice(0, Math.max(1, Math.floor((right - left) / (type * 7))));
  const pitch = Math.min(type * 12, (right - left) / shown.length);
  return shown.flatMap(({ name, title, value, unit }, i) => {
    const place = { x: left + pitch * i, room: pitch - type * 0.6 };
    const written = value === null ? "none yet" : measured(value, unit);
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
