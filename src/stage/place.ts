import type { Mark } from "./mark.ts";

/** A point, in px. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The point at distance `r` from a centre, `a` radians clockwise from twelve o'clock. */
export function polar(cx: number, cy: number, r: number, a: number): Point {
  return { x: cx + r * Math.sin(a), y: cy - r * Math.cos(a) };
}

/** Where the numbers of a mark put its middle. */
export function placeOf({ x = 0, y = 0, cx, cy = 0, r = 0, a = 0 }: Mark["n"]): Point {
  return cx === undefined ? { x, y } : polar(cx, cy, r, a);
}

/** True if the numbers say where it is by an angle. */
export function isPolar(n: Mark["n"]): boolean {
  return n.cx !== undefined && n.a !== undefined;
}

/** The same numbers, with the place as x and y. */
export function flat(n: Mark["n"]): Mark["n"] {
  const { cx, cy, r, a, ...rest } = n;
  return { ...rest, ...placeOf(n) };
}
