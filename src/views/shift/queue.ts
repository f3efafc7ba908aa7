import type { ArrayQueueState, QueuedItem } from "../../engine/systems/ring/shift-comparison-state.ts";
import type { Mark } from "../../stage/mark.ts";
import { fitText } from "../../stage/text-width.ts";
import { contentOf, hueOf } from "../parts/content.ts";
import { LEAST_TEXT, line } from "../parts/words.ts";

interface Space {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Grid {
  readonly columns: number;
  readonly w: number;
  readonly h: number;
  readonly left: number;
  readonly top: number;
  /** The height of a row with its place numbers, in px. */
  readonly row: number;
  readonly numbered: boolean;
}

/** The array: places in rows, what stands in them, and what just left. */
export function queueMarks(queue: ArrayQueueState, space: Space, size: number): Mark[] {
  const grid = gridOf(queue.capacity, space, size);
  const marks: Mark[] = [];
  for (let place = 0; place < queue.capacity; place++) {
    const n = tileAt(grid, place);
    marks.push({
      key: `place:${place}`,
      kind: "tile",
      n,
      style: `bed ${queue.items[place] ? "used" : "never"}`,
    });
    if (grid.numbered) {
      marks.push(
        ...line({
          key: `place:${place}:number`,
          text: String(place),
          x: n.x,
          y: n.y + n.h / 2 + size * 0.75,
          size: Math.max(LEAST_TEXT, size * 0.8),
          room: grid.w,
          style: "mono label",
          anchor: "middle",
        }),
      );
    }
  }
  queue.items.forEach((item, place) => {
    if (item !== null) marks.push(...itemMarks(queue, item, tileAt(grid, place), place, size));
  });
  const { outgoing } = queue;
  if (outgoing !== null) {
    const n = { ...tileAt(grid, 0), y: space.y + space.height - size * 2.7 };
    marks.push(...itemMarks(queue, outgoing, n, -1, size));
    marks.push(
      ...line({
        key: "out:word",
        text: "popped",
        x: n.x - n.w / 2,
        y: n.y + size * 1.75,
        size: Math.max(LEAST_TEXT, size * 0.85),
        room: space.width - size,
        style: "read",
      }),
    );
  }
  return marks;
}

function gridOf(capacity: number, { x, y, width, height }: Space, size: number): Grid {
  const room = width - 2 * size;
  const rowsAt = (columns: number): number => Math.ceil(capacity / columns);
  const below = size * 4.6;
  // As few rows as the width allows, of equal length.
  const rows = rowsAt(Math.min(capacity, Math.max(1, Math.floor(room / (capacity > 24 ? 26 : 32)))));
  const columns = rowsAt(rows);
  const row = Math.min((height - below) / rows, 88 + size * 1.5);
  const numbered = row >= LEAST_TEXT * 2 + 12;
  const w = Math.min(room / columns, 98);
  const top = y + Math.max(0, (height - below - row * rows) * 0.5);
  const h = Math.max(4, Math.min(row - (numbered ? size * 1.5 : 3), w * 0.9));
  return { columns, w, h, left: x + (width - columns * w) / 2, top, row, numbered };
}

function tileAt(grid: Grid, place: number) {
  const { columns, w, h, left, top, row } = grid;
  return {
    x: left + ((place % columns) + 0.5) * w,
    y: top + Math.floor(place / columns) * row + h / 2,
    w,
    h,
    gap: 3,
    corner: 5,
  };
}

function itemMarks(
  queue: ArrayQueueState,
  { value, index }: QueuedItem,
  n: ReturnType<typeof tileAt>,
  place: number,
  size: number,
): Mark[] {
  const { text, style } = contentOf(value);
  const key = `queued:${index}`;
  const state = place < 0 ? "taken" : queue.moving?.to === place ? "held" : "";
  const set = fitText(
    text,
    n.w - 9,
    { size: Math.min(size, Math.max(LEAST_TEXT, n.h * 0.6)), bold: true },
    LEAST_TEXT,
  );
  const tile: Mark = {
    key,
    kind: "tile",
    n: place < 0 ? { ...n, h: size * 1.9 } : n,
    style: `item cover ${hueOf(index, queue.capacity)} ${state}`,
    subject: `item:${index}`,
  };
  if (set === undefined || tile.n.h === undefined || tile.n.h < LEAST_TEXT + 2) return [tile];
  const full = set.text === text ? {} : { full: text };
  const at = { x: n.x, y: n.y, size: set.size };
  return [
    tile,
    { key: `${key}:text`, kind: "text", n: at, style: `bold item-text${style}`, text: set.text, ...full },
  ];
}
