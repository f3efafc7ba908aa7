import type { Mark } from "./mark.ts";
import { placeOf } from "./place.ts";
import { textWidth } from "./text-width.ts";

/** A box in px, by its middle and half sides, turned by `turn` radians. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly turn: number;
}

/** The height of what is seen of a line of text, as a share of its font size. */
const LINE = 0.92;

/** The box that a mark's text covers; undefined for a mark without visible text. */
export function textBox(mark: Mark): Box | undefined {
  if (mark.text === undefined || mark.text === "") return undefined;
  if ((mark.n.opacity ?? 1) < 0.04) return undefined;
  const size = mark.n.size ?? 12;
  const width = textWidth(mark.text, typeOf(mark.style, size));
  const { x, y } = placeOf(mark.n);
  const turn = mark.n.turn ?? 0;
  const shift = mark.anchor === "start" ? width / 2 : mark.anchor === "end" ? -width / 2 : 0;
  return {
    x: x + shift * Math.cos(turn),
    y: y + shift * Math.sin(turn),
    w: width / 2,
    h: (size * LINE) / 2,
    turn,
  };
}

/** How a mark's text is set, by its style names. */
export function typeOf(style: string, size: number) {
  return { size, bold: /\bbold\b/.test(style), mono: /\bmono\b/.test(style) };
}

/** The box that a tile or a pill covers; one that is bent is taken as wide as its outer ends are apart. */
export function shapeBox(mark: Mark): Box | undefined {
  if (mark.kind !== "tile" && mark.kind !== "pill" && mark.kind !== "rect") return undefined;
  if ((mark.n.opacity ?? 1) < 0.5) return undefined;
  const { w = 0, h = 0, turn = 0, k = 0 } = mark.n;
  const { x, y } = placeOf(mark.n);
  const bend = Math.abs(k);
  const half =
    bend === 0
      ? w / 2
      : Math.min(w / 2, (1 / bend + h / 2) * Math.sin(Math.min(Math.PI / 2, (w * bend) / 2)));
  const box = { w: half, h: h / 2, turn };
  return mark.kind === "rect" ? { ...box, x: x + w / 2, y: y + h / 2 } : { ...box, x, y };
}

/** Beyond this distance in px an estimate from below will do. */
const FAR = 50;

/** How far two boxes are apart in px, by the axis that separates them best; negative when they overlap. */
export function distance(a: Box, b: Box): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const reach = Math.hypot(a.w, a.h) + Math.hypot(b.w, b.h);
  const direct = Math.hypot(dx, dy) - reach;
  if (direct > FAR) return direct;
  let best = direct;
  for (const angle of [a.turn, a.turn + Math.PI / 2, b.turn, b.turn + Math.PI / 2]) {
    const [ux, uy] = [Math.cos(angle), Math.sin(angle)];
    best = Math.max(best, Math.abs(dx * ux + dy * uy) - halfAlong(a, angle) - halfAlong(b, angle));
  }
  return best;
}

/** Half of a box's extent along a direction. */
function halfAlong(box: Box, angle: number): number {
  return box.w * Math.abs(Math.cos(angle - box.turn)) + box.h * Math.abs(Math.sin(angle - box.turn));
}
