import type { RingState } from "../../engine/index.ts";
import { grouped } from "../../engine/systems/grouped.ts";
import type { Mark, Size } from "../../stage/mark.ts";
import { fitText, textWidth } from "../../stage/text-width.ts";
import { LEAST_TEXT } from "../parts/words.ts";
import { freshIndex, reachOf } from "../ring/ring-picture.ts";
import { happened } from "../ring/words.ts";
import type { Picture, View } from "../view.ts";
import { cellMarks, type Row, streamCells } from "./cells.ts";
import { regionLabels } from "./regions.ts";
import { endOf, placeOf, type Stretch, stretchOf } from "./stretch.ts";

/** The endless stream by global index, and the ring as a window that slides over it. */
export const view: View<RingState> = {
  id: "tape",
  title: "The tape",
  height: { least: 92, share: 0.26 },
  layout,
  describe: (picture) => `${happened(picture)} ${remembered(picture.frame.state)}`,
};

function layout(picture: Picture<RingState>, size: Size): readonly Mark[] {
  const { frame } = picture;
  const { state } = frame;
  const row = rowOf(state, size);
  const count = Math.round((size.width - 2 * row.left) / row.width);
  const stretch = stretchOf(frame, count);
  const fresh = freshIndex(state, frame.cause);
  return [
    ...caption(size, row),
    ...cellMarks(state, streamCells(state, stretch), row, fresh),
    ...omission(row, stretch.omitted),
    ...asked(picture, row, stretch, size),
    window(row, stretch),
    ...regionLabels(state, stretch, row, size),
  ];
}

function rowOf(state: RingState, { width, height }: Size): Row {
  const size = Math.max(LEAST_TEXT, Math.min(13, width / 62));
  const digits = String(state.totalWritten + 4).length;
  const least = Math.max(28, Math.min(44, width / 22), digits * size * 0.6 + 10);
  const room = width - 2 * SIDE;
  const over = height >= 106 ? ASKED : height >= 88 ? 30 : 8;
  const around = over + 28;
  const cell = Math.max(20, Math.min(46, height - around));
  const above = Math.max(0, (height - around - cell) / 2);
  return {
    left: SIDE,
    top: above + over,
    width: room / Math.max(5, Math.floor(room / least)),
    height: cell,
    size,
  };
}

const SIDE = 10;
/** So much above the cells there is room for a caption and for the name of what is asked for, in px. */
const ASKED = 48;
const LONG = "the stream, by global index — the ring is a window sliding over it";
const SHORT = "the stream, by global index";

function caption({ width }: Size, row: Row): Mark[] {
  if (row.top < 30) return [];
  const size = Math.max(LEAST_TEXT + 1, Math.min(13, width / 60));
  const text = textWidth(LONG, { size }) <= width - 2 * row.left ? LONG : SHORT;
  const set = fitText(text, width - 2 * row.left, { size }, LEAST_TEXT);
  if (set === undefined) return [];
  const n = { x: row.left, y: row.top - (row.top < ASKED ? 21 : 38), size: set.size };
  return [{ key: "caption", kind: "text", n, style: "muted", text: set.text, anchor: "start" }];
}

function omission(row: Row, omitted: { readonly place: number; readonly count: number } | undefined): Mark[] {
  if (omitted === undefined) return [];
  const n = {
    x: row.left + (omitted.place + 0.5) * row.width,
    y: row.top + row.height / 2,
    size: row.size + 2,
  };
  return [
    {
      key: "omitted",
      kind: "text",
      n,
      style: "bold muted",
      text: "…",
      full: `${grouped(omitted.count)} more`,
    },
  ];
}

/** The window: what the ring remembers. A thin line when it remembers nothing. */
function window(row: Row, stretch: Stretch): Mark {
  const from = placeOf(stretch, stretch.oldest);
  const until = endOf(stretch);
  return {
    key: "window",
    kind: "rect",
    n: {
      x: row.left + from * row.width - 2,
      y: row.top - 5,
      w: (until - from) * row.width + 4,
      h: row.height + 10,
      corner: 9,
    },
    style: "window",
  };
}

/** What a window operation asks for: a bracket above the cells, named where there is room. */
function asked(
  { frame }: Picture<RingState>,
  { left, top, width }: Row,
  stretch: Stretch,
  size: Size,
): Mark[] {
  const { operation, values } = frame.cause;
  if (operation !== "window") return [];
  const [start, length] = [values.start as number, values.length as number];
  const shown = stretch.cells.filter(({ index }) => index >= start && index < start + length);
  const [first, last] = [shown[0], shown.at(-1)];
  if (first === undefined || last === undefined) return [];
  const [x, x1, y] = [left + first.place * width + 3, left + (last.place + 1) * width - 3, top - 11];
  const sides = { from: [x, y + 5, x, y], over: [x, y, x1, y], until: [x1, y, x1, y + 5] };
  const marks = Object.entries(sides).map(([key, [a = 0, b = 0, c = 0, d = 0]]): Mark => {
    return { key: `asked:${key}`, kind: "line", n: { x: a, y: b, x1: c, y1: d }, style: "asked" };
  });
  if (top < ASKED) return marks;
  const text = `asked: #${grouped(start)}${length > 1 ? ` … #${grouped(start + length - 1)}` : ""}`;
  const half = textWidth(text, { size: 11, bold: true }) / 2 + 4;
  const middle = Math.max(half, Math.min(size.width - half, (x + x1) / 2));
  const n = { x: middle, y: y - 8, size: 11 };
  return [...marks, { key: "asked", kind: "text", n, style: "bold accent", text }];
}

function remembered(state: RingState): string {
  if (state.size === null) return reachable(state);
  const { totalWritten, held } = state;
  if (held === 0)
    return totalWritten === 0 ? "The ring remembers nothing yet." : "The ring remembers nothing.";
  const oldest = totalWritten - held;
  const numbers =
    held === 1 ? `number ${grouped(oldest)}` : `numbers ${grouped(oldest)} to ${grouped(totalWritten - 1)}`;
  return `The ring remembers ${numbers}${oldest > 0 ? `; ${grouped(oldest)} older ${oldest === 1 ? "one is" : "ones are"} gone` : ""}.`;
}

function reachable(state: RingState): string {
  const { from, until } = reachOf(state);
  const last = grouped(until - 1);
  const span = until - from === 1 ? `number ${last}` : `numbers ${grouped(from)} to ${last}`;
  const lost = state.held - (until - from);
  const stray =
    lost > 0 ? `; ${grouped(lost)} more ${lost === 1 ? "is" : "are"} in memory, out of reach` : "";
  return `The ring can reach ${from === until ? "nothing" : span}${stray}.`;
}
