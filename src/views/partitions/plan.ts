import type { LogState } from "../../engine/systems/log/log-state.ts";
import type { Size } from "../../stage/mark.ts";
import { LEAST_TEXT } from "../parts/words.ts";

/** An upright rectangle of the pane, by its left upper corner, in px. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** How close the picture is: every record, every segment, or every partition a cell. */
export type Zoom = "records" | "segments" | "map";

/** Where everything has its place, in px. What there is no room for is null. */
export interface Plan {
  readonly zoom: Zoom;
  readonly size: Size;
  /** Names stand beside the logs, not above them. */
  readonly wide: boolean;
  readonly pad: number;
  readonly type: number;
  readonly small: number;
  readonly header: Box;
  /** The producer and the brokers. */
  readonly strip: Box | null;
  readonly body: Box;
  readonly groups: readonly Box[];
  /** All partitions in one line by timestamp. */
  readonly merge: Box | null;
  /** The partition beneath the lens of a map. */
  readonly lens: Box | null;
}

/** From so many px of width on names and lags stand beside the logs. */
const WIDE = 560;
/** No more partitions than this are drawn record by record. */
const RECORDS = 6;
/** No more partitions than this are drawn segment by segment. */
const SEGMENTS = 30;
/** No more groups than this have a card of their own. */
const GROUPS = 3;

/** The least height of a log record by record, and of one segment by segment. */
const leastRow = (wide: boolean): number => (wide ? 48 : 58);
const LEAST_BAR = 17;
/** The height of a log record by record without anything beside its cells. */
const SLIM_ROW = 36;
/** The least width of a log segment by segment, with its names. */
const BAR_WIDTH = 230;

export function planOf(state: LogState, size: Size): Plan {
  const { width, height } = size;
  const wide = width >= WIDE;
  const pad = Math.max(8, Math.min(24, width / 50));
  const type = Math.max(11, Math.min(15, width / 56));
  const small = Math.max(LEAST_TEXT, Math.min(12, width / 70));
  const top = height < 260 ? 4 : 8;
  const header = { x: pad, y: top, w: width - 2 * pad, h: height < 260 ? 17 : type + 12 };
  const bottom = height - (height < 260 ? 4 : 10);
  const shared = { size, wide, pad, type, small, header };
  const from = header.y + header.h;
  const room = bottom - from;
  const shown = Math.min(GROUPS, state.groups.length);
  const count = Math.max(1, state.partitions.length);

  const records = count * leastRow(wide);
  const slim = wide ? 26 : 22;
  const spare = room - slim - Math.min(1, shown) * slim;
  const columns = columnsFor(count, width, spare);
  const zoom: Zoom =
    count <= RECORDS && records <= spare
      ? "records"
      : count <= SEGMENTS && columns !== undefined
        ? "segments"
        : "map";

  const least = zoom === "records" ? records : zoom === "segments" ? rowsIn(count, columns) * LEAST_BAR : 76;
  const liked = zoom === "records" ? count * (wide ? 84 : 76) : zoom === "segments" ? least * 1.25 : 150;
  let left = room;
  const take = (amount: number, keep: number): number => {
    if (left - amount < keep) return 0;
    left -= amount;
    return amount;
  };
  let strip = take(slim, least);
  const cards: number[] = [];
  for (let index = 0; index < shown; index++) {
    const high = take(slim, least);
    if (high > 0) cards.push(high);
  }
  const card = wide ? 58 : 46;
  // All cards alike: they grow together or not at all.
  const more = take(
    cards.reduce((sum, high) => sum + card - high, 0),
    liked,
  );
  if (more > 0) cards.fill(card);
  if (strip > 0) strip += take((wide ? 46 : 36) - strip, liked);
  const asked = state.merged !== null && zoom === "records";
  // It was asked for: rather than leave it out, logs become as slim as they can.
  const merge = asked ? take(wide ? 86 : 76, least) || take(50, count * SLIM_ROW) : 0;
  const lens = zoom === "map" && width >= 240 ? take(Math.max(62, Math.min(150, room * 0.3)), 76) : 0;

  let y = from;
  const below = (h: number): Box => {
    const box = { x: pad, y, w: width - 2 * pad, h };
    y += h;
    return box;
  };
  const stripBox = strip > 0 ? below(strip) : null;
  const body = below(left);
  const mergeBox = merge > 0 ? below(merge) : null;
  const lensBox = lens > 0 ? below(lens) : null;
  return { ...shared, zoom, strip: stripBox, body, merge: mergeBox, lens: lensBox, groups: cards.map(below) };
}

/** In how many columns so many logs stand segment by segment; undefined when they do not fit. */
export function columnsFor(count: number, width: number, height: number): number | undefined {
  const most = Math.max(1, Math.floor(width / BAR_WIDTH));
  for (let columns = 1; columns <= most; columns++) {
    if (rowsIn(count, columns) * LEAST_BAR <= height) return columns;
  }
  return undefined;
}

export function rowsIn(count: number, columns = 1): number {
  return Math.ceil(count / columns);
}
