import type { Mark } from "../../stage/mark.ts";
import type { Point } from "../../stage/place.ts";

/** A straight line. */
export function ruleMark(key: string, from: Point, to: Point, style: string): Mark {
  return { key, kind: "line", n: { ...from, x1: to.x, y1: to.y }, style };
}
