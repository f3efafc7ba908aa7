import type { Rect } from "./places.ts";

/** Square cells that fill a field, row by row. */
export interface Grid {
  readonly side: number;
  readonly cells: readonly GridCell[];
}

export interface GridCell {
  readonly x: number;
  readonly y: number;
  readonly outline: string;
}

/** Where they are does not change while a run plays: there is one grid a side. */
const grids = new Map<string, Grid | undefined>();
const GRIDS = 8;

/** The cells for so many threads; undefined when they would be too small to see. */
export function gridIn(field: Rect, count: number): Grid | undefined {
  const { x, y, w, h } = field;
  const key = `${x} ${y} ${w} ${h} ${count}`;
  if (grids.has(key)) return grids.get(key);
  const grid = makeGrid(field, count);
  if (grids.size === GRIDS) grids.clear();
  grids.set(key, grid);
  return grid;
}

function makeGrid(field: Rect, count: number): Grid | undefined {
  const pitch = pitchIn(field, count);
  if (pitch === undefined) return undefined;
  const across = Math.max(1, Math.floor(field.w / pitch));
  const side = hundredths(pitch - Math.min(2, pitch * 0.25));
  const cells = Array.from({ length: count }, (_, index) => {
    const x = hundredths(field.x + (index % across) * pitch);
    const y = hundredths(field.y + Math.floor(index / across) * pitch);
    return { x, y, outline: `M${x},${y}h${side}v${side}h${-side}z` };
  });
  return { side, cells };
}

const hundredths = (value: number): number => Math.round(value * 100) / 100;

/** The largest pitch of square cells at which all of them fit; undefined when they would be too small to see. */
function pitchIn({ w, h }: Rect, count: number): number | undefined {
  let pitch = Math.min(22, Math.sqrt((w * h) / Math.max(1, count)));
  for (; pitch >= 2; pitch -= 0.1) {
    if (Math.floor(w / pitch) * Math.floor(h / pitch) >= count) return pitch;
  }
  return undefined;
}
