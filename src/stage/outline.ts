import type { Mark } from "./mark.ts";
import { polar } from "./place.ts";

/** Below this curvature a tile is drawn straight: its bow would be less than a tenth of a pixel. */
const STRAIGHT = 1e-4;

const round = (value: number): number => Math.round(value * 100) / 100;

/** The outline of a tile around (0, 0), before it is turned. One that bends downwards is to be turned by half a turn more. */
export function tileOutline({ w = 0, h = 0, k = 0, corner = 0, gap = 0 }: Mark["n"]): string {
  const c = Math.max(0, Math.min(corner, w / 3, h / 3));
  const bend = Math.abs(k);
  return bend > STRAIGHT ? bent(w, h, 1 / bend, c, gap) : straight(w - gap, h, c);
}

function straight(w: number, h: number, c: number): string {
  const [x, y] = [round(w / 2), round(h / 2)];
  const [u, v] = [round(w / 2 - c), round(h / 2 - c)];
  return `M${-u},${-y}H${u}Q${x},${-y} ${x},${-v}V${v}Q${x},${y} ${u},${y}H${-u}Q${-x},${y} ${-x},${v}V${-v}Q${-x},${-y} ${-u},${-y}Z`;
}

/** A ring sector with its middle at (0, 0) and the ring's centre at (0, radius). */
function bent(w: number, h: number, radius: number, c: number, gap: number): string {
  const inner = Math.max(0.01, radius - h / 2);
  const outer = radius + h / 2;
  const half = w / radius / 2;
  if (half > Math.PI - 0.001) return annulus(inner, outer, radius);
  const at = (r: number, angle: number): string =>
    `${round(r * Math.sin(angle))},${round(radius - r * Math.cos(angle))}`;
  // The gap is equally wide all along: half of it, as an angle, at each radius.
  const slit = (r: number): number => Math.asin(Math.min(1, gap / 2 / r));
  const edge = (r: number): number => Math.max(0.001, half - slit(r));
  const turn = (r: number): number => Math.max(0, edge(r) - c / r);
  const large = (r: number): number => (turn(r) > Math.PI / 2 ? 1 : 0);
  const inside = Math.max(inner, 0.01);
  return (
    `M${at(outer, -turn(outer))}A${round(outer)},${round(outer)} 0 ${large(outer)} 1 ${at(outer, turn(outer))}` +
    `Q${at(outer, edge(outer))} ${at(outer - c, edge(outer - c))}L${at(inner + c, edge(inner + c))}` +
    `Q${at(inner, edge(inside))} ${at(inner, turn(inside))}` +
    `A${round(inner)},${round(inner)} 0 ${large(inside)} 0 ${at(inner, -turn(inside))}` +
    `Q${at(inner, -edge(inside))} ${at(inner + c, -edge(inner + c))}L${at(outer - c, -edge(outer - c))}` +
    `Q${at(outer, -edge(outer))} ${at(outer, -turn(outer))}Z`
  );
}

function annulus(inner: number, outer: number, radius: number): string {
  const circle = (r: number, sweep: 0 | 1): string => {
    const top = round(radius - r);
    const bottom = round(radius + r);
    return `M0,${top}A${round(r)},${round(r)} 0 1 ${sweep} 0,${bottom}A${round(r)},${round(r)} 0 1 ${sweep} 0,${top}Z`;
  };
  return circle(outer, 1) + circle(inner, 0);
}

/** The outline of an arc: a ring sector around (0, 0), from angle a0 to a1. */
export function arcOutline({ r0 = 0, r1 = 0, a0 = 0, a1 = 0 }: Mark["n"]): string {
  const sweep = a1 - a0;
  if (sweep <= 1e-6) return "";
  if (sweep >= Math.PI * 2 - 1e-6) return annulus(r0, r1, 0);
  const at = (r: number, a: number): string => `${round(r * Math.sin(a))},${round(-r * Math.cos(a))}`;
  const large = sweep > Math.PI ? 1 : 0;
  return (
    `M${at(r1, a0)}A${round(r1)},${round(r1)} 0 ${large} 1 ${at(r1, a1)}` +
    `L${at(r0, a1)}A${round(r0)},${round(r0)} 0 ${large} 0 ${at(r0, a0)}Z`
  );
}

/** Where an arrow begins, how long it is and which way it points: 0 is to the right. */
export function arrowPlace({ cx, cy = 0, a = 0, r0 = 0, r1 = 0, x = 0, y = 0, x1 = 0, y1 = 0 }: Mark["n"]) {
  const start = cx === undefined ? { x, y } : polar(cx, cy, r0, a);
  const end = cx === undefined ? { x: x1, y: y1 } : polar(cx, cy, r1, a);
  const [dx, dy] = [end.x - start.x, end.y - start.y];
  return { ...start, length: Math.hypot(dx, dy), turn: Math.atan2(dy, dx) };
}

/**
 * The outline of an arrow that begins at (0, 0) and points to the right: a shaft and a solid head, whose length and width
 * follow from the arrow's length.
 */
export function arrowOutline(length: number): string {
  if (length < 0.5) return "";
  const head = Math.min(14, length * 0.55);
  const at = (along: number, aside: number): string => `${round(length - along)},${round(aside)}`;
  const [wing, half] = [head * 0.48, Math.max(0.8, Math.min(1.6, head * 0.13))];
  return (
    `M${at(0, 0)}L${at(head, wing)}L${at(head * 0.86, half)}L${at(length, half)}` +
    `L${at(length, -half)}L${at(head * 0.86, -half)}L${at(head, -wing)}Z`
  );
}
