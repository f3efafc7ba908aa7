import type { LanesState } from "../../engine/systems/lanes/lanes-state.ts";
import type { Size } from "../../stage/mark.ts";
import { textWidth } from "../../stage/text-width.ts";
import { LEAST_TEXT } from "../parts/words.ts";
import { accountPlaces, type CellGrid } from "./account-cells.ts";
import { type QueuePlaces, queuePlaces } from "./queue-places.ts";
import { type SidePlaces, sidePlaces } from "./side-places.ts";

/** A rectangle in px, by its upper left corner. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Type and small measures, in px. */
export interface Type {
  readonly body: number;
  readonly small: number;
  readonly pad: number;
  /** An item wherever it is drawn by itself. */
  readonly item: { readonly w: number; readonly h: number };
}

/** Where everything of a lanes picture is, worked out from the space and from how much there is to show. */
export interface Places {
  readonly type: Type;
  /** The part of the width that is used: a very wide pane keeps its parts together. */
  readonly left: number;
  readonly right: number;
  /** The middle of the line at the top. */
  readonly header: number;
  readonly producers: SidePlaces;
  readonly consumers: SidePlaces;
  readonly queue: QueuePlaces;
  readonly rooms: { readonly box: Rect; readonly strip: boolean };
  readonly charts: readonly Rect[];
  readonly account: CellGrid;
}

export const clamp = (least: number, value: number, most: number): number =>
  Math.max(least, Math.min(most, value));

/** Below this width of the pane items are held inside the cards, and the tracks are short. */
const ROOMY = 520;
/** Below this height there is no room for charts. */
const CHARTED = 372;

export function placesOf(state: LanesState, { width, height }: Size): Places {
  const frame = Math.min(width, Math.max(height * 2.7, 960));
  const type = typeOf(state, frame, height);
  const { small, pad } = type;
  const left = (width - frame) / 2 + pad;
  const right = (width + frame) / 2 - pad;
  const inner = right - left;
  const roomy = inner >= ROOMY;

  const account = accountPlaces(state, { x: left, y: height - pad * 0.6, w: inner, h: height }, type);
  const charts = chartPlaces(state, { x: left, y: account.top, w: inner, h: height }, type);
  const top = pad * 0.6 + small * 1.5;
  const gaps = {
    in: roomy ? type.item.w + clamp(46, inner * 0.09, 130) : 20,
    out: roomy ? clamp(40, inner * 0.08, 120) : 20,
  };
  const share = roomy ? (state.timed ? 0.2 : 0.22) : 0.235;
  const side = clamp(66, inner * share, 250);
  const middle = { x: left + side + gaps.in, w: inner - 2 * side - gaps.in - gaps.out };
  const bottom = (charts[0]?.y ?? account.top) - pad * 0.7;
  const strip = middle.w < 236 || bottom - top < 190;
  const stripHeight = strip ? small * 2.5 + 8 : 0;
  const lanes = { x: left, y: top, w: inner, h: bottom - top - (strip ? stripHeight + pad * 0.6 : 0) };
  const roomsHeight = strip ? 0 : clamp(70, lanes.h * 0.36, small * 11);
  const queue = queuePlaces(
    state.queue,
    { x: middle.x, y: lanes.y, w: middle.w, h: lanes.h - (strip ? 0 : roomsHeight + pad) },
    type,
    strip ? 0.5 : 0.58,
  );
  const count = { producer: 0, consumer: 0 };
  for (const { role } of state.threads) count[role === "consumer" ? role : "producer"] += 1;
  const column = { y: lanes.y, w: side, h: lanes.h };
  return {
    type,
    left,
    right,
    header: pad * 0.6 + small * 0.6,
    producers: sidePlaces("producer", count.producer, { x: left, ...column }, type, roomy, queue.mouth),
    consumers: sidePlaces(
      "consumer",
      count.consumer,
      { x: right - side, ...column },
      type,
      roomy,
      queue.exit,
    ),
    queue,
    rooms: {
      strip,
      box: strip
        ? { x: left, y: bottom - stripHeight, w: inner, h: stripHeight }
        : {
            x: middle.x,
            y: queue.bottom + pad * (queue.ends === null ? 1.2 : 0.8),
            w: middle.w,
            h: roomsHeight,
          },
    },
    charts,
    account,
  };
}

function typeOf(state: LanesState, width: number, height: number): Type {
  // Without charts there is room to draw everything else larger.
  const scale = state.timed || width < ROOMY ? 1 : 1.15;
  const body = scale * clamp(LEAST_TEXT + 0.75, 5.6 + Math.min(width, height * 1.5) * 0.0084, 15.5);
  const small = Math.max(LEAST_TEXT, body * 0.86);
  const longest = textWidth("0".repeat(Math.max(3, longestName(state))), { size: small, bold: true });
  // In a narrow pane the name of its thread needs room beside an item.
  const w = Math.min(longest + small * 0.8, Math.max(width * 0.1, 26));
  return {
    body,
    small,
    pad: clamp(4, Math.min(width * 0.018, height * 0.032), 20),
    item: { w, h: small * clamp(1.8, height / 200, 2.5) },
  };
}

/** Longer names of items are shortened, so that one of them does not widen every slot. */
const MOST_LETTERS = 7;

/** How long the name of an item may be before long: slots must not change their width at every item. */
function longestName({ threads, queue, account }: LanesState): number {
  const letters = threads.length > 52 ? 2 : 1;
  const oldest = queue.slots.at(queue.tail)?.name.length ?? 0;
  const each = (account.produced * 1.5) / Math.max(1, threads.length / 2);
  let longest = Math.max(oldest, letters + String(Math.ceil(each)).length);
  for (const { item } of threads) longest = Math.max(longest, item?.name.length ?? 0);
  return Math.min(longest, MOST_LETTERS);
}

/**
 * The charts above the account, of what is measured in this system at all: depth, and latency beside or below it where
 * there is room.
 */
function chartPlaces(
  { timed, alarm }: LanesState,
  { x, y, w, h: height }: Rect,
  { body, small, pad }: Type,
): readonly Rect[] {
  if (height < CHARTED || !timed) return [];
  const stacked = w < 620 && height >= 620;
  const each = clamp(small * 5.4, (height - 250) * (stacked ? 0.19 : 0.3), 190);
  const bottom = y - pad * 0.8;
  if (alarm === null) return [{ x, y: bottom - each, w, h: each }];
  if (stacked) {
    return [
      { x, y: bottom - 2 * each - body, w, h: each },
      { x, y: bottom - each, w, h: each },
    ];
  }
  if (w < 620) return [{ x, y: bottom - each, w, h: each }];
  const share = (w - pad * 1.6) * 0.58;
  return [
    { x, y: bottom - each, w: share, h: each },
    { x: x + share + pad * 1.6, y: bottom - each, w: w - share - pad * 1.6, h: each },
  ];
}
