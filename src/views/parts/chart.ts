import { area, curveMonotoneX, line } from "d3";
import type { Mark } from "../../stage/mark.ts";
import type { Point } from "../../stage/place.ts";

export { ruleMark } from "./rule.ts";

/** The rectangle that a chart is plotted in, in px. */
export interface Plot {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const digits = 2;

/** A smooth line through places, as a mark. */
export function lineMark(key: string, places: readonly Point[], style: string, smooth = true): Mark {
  const draw = line<Point>(
    ({ x }) => x,
    ({ y }) => y,
  ).digits(digits);
  const path = (smooth ? draw.curve(curveMonotoneX) : draw)([...places]) ?? "";
  return { key, kind: "path", n: { x: 0, y: 0 }, style: `graph ${style}`, path };
}

/** The area between places and a level below them. */
export function areaMark(key: string, places: readonly Point[], floor: number, style: string): Mark {
  const draw = area<Point>(
    ({ x }) => x,
    floor,
    ({ y }) => y,
  )
    .digits(digits)
    .curve(curveMonotoneX);
  return { key, kind: "path", n: { x: 0, y: 0 }, style: `area ${style}`, path: draw([...places]) ?? "" };
}
