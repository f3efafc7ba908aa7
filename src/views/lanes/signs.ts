import type { Mark } from "../../stage/mark.ts";
import type { Lane, Lanes } from "./lane.ts";

/** Signs behind the name: a triangle for who can move, the lock for who holds it, two bars for who is paused. */
export function signs(
  { state }: Lanes,
  { thread }: Lane,
  at: { readonly x: number; readonly y: number; readonly room: number },
  size: number,
): Mark[] {
  const shown: (readonly [string, string, string])[] = [];
  const h = size * 0.36;
  if (thread.canMove) {
    shown.push([`can-move:${thread.name}`, "sign can-move", `M0,${-h}L${h * 1.7},0L0,${h}Z`]);
  }
  if (state.lock === thread.name) shown.push(["lock", "sign lock", lockOutline(size)]);
  if (thread.activity === "paused") {
    shown.push([`paused:${thread.name}`, "sign paused", `M0,${-h}V${h}M${h},${-h}V${h}`]);
  }
  const step = size * 1.1;
  return shown.flatMap(([key, style, path], i): Mark[] =>
    (i + 1) * step > at.room ? [] : [{ key, kind: "path", n: { x: at.x + i * step, y: at.y }, style, path }],
  );
}

/** A padlock, its left edge at x = 0 and its middle at y = 0. */
export function lockOutline(size: number): string {
  const [w, h, r] = [size * 0.68, size * 0.46, size * 0.2];
  return `M0,${-h * 0.1}H${w}V${h}H0ZM${w / 2 - r},${-h * 0.1}V${-h * 0.5}A${r},${r} 0 0 1 ${w / 2 + r},${-h * 0.5}V${-h * 0.1}`;
}
