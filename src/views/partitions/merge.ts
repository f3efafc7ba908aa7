import { grouped } from "../../engine/systems/grouped.ts";
import type { LogState, MergedRecord } from "../../engine/systems/log/log-state.ts";
import type { Mark } from "../../stage/mark.ts";
import { textWidth } from "../../stage/text-width.ts";
import { LEAST_TEXT } from "../parts/words.ts";
import { hueOf } from "./hues.ts";
import type { Plan } from "./plan.ts";
import { wording } from "./text.ts";

/** Neighbours with one timestamp. */
interface Instant {
  readonly timestamp: number;
  readonly from: number;
  readonly until: number;
  readonly undecided: boolean;
  readonly ahead: boolean;
}

/** All partitions in one line by timestamp: which records that puts in order, and which it does not. */
export function mergeMarks({ merged }: LogState, { merge: box, wide, small, type }: Plan): Mark[] {
  if (merged === null || box === null) return [];
  const size = Math.max(LEAST_TEXT, small);
  const label = wide ? Math.max(104, Math.min(160, box.w * 0.15)) : 0;
  const above = wide ? 0 : size + 6;
  const left = box.x + label;
  const room = box.x + box.w - left;
  const least = textWidth("0·00", { size: LEAST_TEXT, mono: true }) + 6;
  const shown = merged.entries.slice(-Math.max(1, Math.floor(room / least)));
  const pitch = Math.min(44, room / Math.max(1, shown.length));
  const high = Math.max(22, Math.min(38, box.h - above - 2 * size - 14));
  const top = box.y + above + 4;
  const middle = top + high / 2;
  const title = {
    key: "merge:title",
    texts: ["sorted by time", "by time"],
    x: box.x,
    y: wide ? middle - size * 0.75 : box.y + size / 2 + 2,
    size: wide ? Math.min(type, size + 1) : size,
    room: wide ? label - 8 : box.w * 0.4,
    style: "bold",
  };
  const note = {
    key: "merge:note",
    texts: [`${grouped(merged.undecided)} in no order`, `${grouped(merged.undecided)} tied`],
    x: wide ? box.x : box.x + box.w * 0.42,
    y: wide ? middle + size * 0.75 : box.y + size / 2 + 2,
    size,
    room: wide ? label - 8 : box.w * 0.5,
    style: merged.undecided > 0 ? "write" : "muted",
  };
  const cell = (place: number): number => left + (place + 0.5) * pitch;
  return [
    ...wording(title),
    ...wording(note),
    ...shown.flatMap((entry, place) => recordMarks(entry, cell(place), middle, pitch - 4, high, size)),
    ...instants(shown).flatMap((instant) => {
      const isLast = instant.until === shown.length;
      return instantMarks(instant, { left, right: left + room, pitch, y: top + high + 4, size, isLast });
    }),
  ];
}

function recordMarks(
  { partition, offset, record, ahead }: MergedRecord,
  x: number,
  y: number,
  w: number,
  h: number,
  size: number,
): Mark[] {
  const key = `merged:${record.id}`;
  const place = `${partition}·${offset}`;
  const keyed = h >= 30 && w >= 28;
  const of = { size: LEAST_TEXT, x, room: w - 2, anchor: "middle", style: "mono record-key" } as const;
  const enter = { y: y - h, opacity: 0 };
  return [
    {
      key,
      kind: "tile",
      n: { x, y, w, h, k: 0, gap: 0, corner: 6 },
      style: `item record ${hueOf(record.key)}${ahead ? " diverged" : ""}`,
      subject: `record:${record.id}`,
      enter,
    },
    ...wording({
      ...of,
      key: `${key}:place`,
      texts: [place],
      y: keyed ? y - size * 0.6 : y,
      size: Math.min(size, (w - 4) / (0.6 * place.length)),
      style: "mono",
    }),
    ...(keyed ? wording({ ...of, key: `${key}:key`, texts: [record.key ?? "–"], y: y + size * 0.65 }) : []),
  ];
}

function instants(entries: readonly MergedRecord[]): readonly Instant[] {
  const list: Instant[] = [];
  for (const [place, { record, undecided, ahead }] of entries.entries()) {
    const last = list.at(-1);
    if (last?.timestamp === record.timestamp) {
      list[list.length - 1] = {
        ...last,
        until: place + 1,
        undecided: last.undecided || undecided,
        ahead: last.ahead || ahead,
      };
    } else {
      list.push({ timestamp: record.timestamp, from: place, until: place + 1, undecided, ahead });
    }
  }
  return list;
}

/** A brace under the records of one instant, and what it says about their order. */
function instantMarks(
  { timestamp, from, until, undecided, ahead }: Instant,
  {
    left,
    right,
    pitch,
    y,
    size,
    isLast,
  }: {
    readonly left: number;
    readonly right: number;
    readonly pitch: number;
    readonly y: number;
    readonly size: number;
    readonly isLast: boolean;
  },
): Mark[] {
  const x = left + from * pitch + 3;
  const x1 = left + until * pitch - 3;
  const at = `${grouped(timestamp)} ms`;
  const texts = ahead
    ? [`${at}: sent later`, at, grouped(timestamp)]
    : undecided
      ? [`${at}: any order is as good`, `${at}: any order`, at, grouped(timestamp)]
      : [at, grouped(timestamp)];
  const tone = ahead ? "bad" : undecided ? "write" : "muted";
  // The last one may use what is left of the line.
  const room = isLast ? right - x : x1 - x + 4;
  return [
    {
      key: `instant:${timestamp}`,
      kind: "path",
      n: { x: 0, y: 0 },
      path: `M${x} ${y}V${y + 4}H${x1}V${y}`,
      style: `brace ${tone}`,
    },
    ...wording({
      key: `instant:${timestamp}:words`,
      texts,
      x: isLast ? x : (x + x1) / 2,
      y: y + 6 + size * 0.6,
      size: Math.max(LEAST_TEXT, size - 1),
      room,
      style: tone,
      anchor: isLast ? "start" : "middle",
    }),
  ];
}
