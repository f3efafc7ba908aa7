import { grouped } from "../../engine/systems/grouped.ts";
import type { LogRecord } from "../../engine/systems/log/log-state.ts";
import type { Mark } from "../../stage/mark.ts";
import { fitText } from "../../stage/text-width.ts";
import { LEAST_TEXT, LEAST_WHOLE, line } from "../parts/words.ts";
import { hueOf } from "./hues.ts";
import type { Row } from "./row.ts";
import { wording } from "./text.ts";

/** So many letters of a key a cell has room for, or it shows none but the first. */
const KEY_LETTERS = 4;

/** A record's mark on a broker, from its flight there until retention removes it. */
export const recordKey = (id: number, where: string | number): string => `record:${id}@${where}`;

/** The log of a partition's leader: segments, records and what was removed before them. */
export function logMarks(row: Row): Mark[] {
  return [...removed(row), ...foldedMarks(row), ...segmentMarks(row), ...recordMarks(row)];
}

function removed({ index, scale, cells, replica, ghosts }: Row): Mark[] {
  if (ghosts > 0 || scale.stub === null || replica.logStart === 0) return [];
  const n = { x: scale.stub, y: cells.y + 3, w: 9, h: cells.h - 6, corner: 4 };
  return [{ key: `removed:${index}`, kind: "rect", n, style: "segment removed" }];
}

function foldedMarks({ index, scale: { folded }, cells, names, plan, state }: Row): Mark[] {
  if (folded === null) return [];
  const { x0, x1, segments, records, from } = folded;
  const n = { x: x0, y: cells.y, w: x1 - x0, h: cells.h, corner: 7 };
  const middle = (x0 + x1) / 2;
  const size = Math.max(LEAST_TEXT, plan.small);
  return [
    { key: `folded:${index}`, kind: "rect", n, style: "segment folded", subject: `partition:${index}` },
    ...line({
      key: `folded:${index}:count`,
      text: `×${grouped(records)}`,
      x: middle,
      y: cells.y + cells.h / 2,
      size,
      room: x1 - x0 - 6,
      style: "mono muted",
      anchor: "middle",
    }),
    // The probes of a search stand where the names do.
    ...(names === null || state.lookup?.partition === index
      ? []
      : wording({
          key: `folded:${index}:name`,
          texts:
            segments === 1 ? [`from ${from}`, `${from} …`] : [`${segments} segments`, `${segments} seg.`],
          x: x0 + 1,
          y: names,
          size: Math.max(LEAST_TEXT, size - 1),
          room: x1 - x0 + 2,
          style: "muted",
        })),
  ];
}

function segmentMarks(row: Row): Mark[] {
  const { index, scale, cells, names, plan, state } = row;
  const asked = state.lookup?.partition === index;
  return scale.open.flatMap(({ segment, x0, x1 }): Mark[] => {
    const { base, active } = segment;
    const found = asked && state.lookup?.found?.segment === base;
    const marks: Mark[] = [
      {
        key: `segment:${index}:${base}`,
        kind: "rect",
        n: { x: x0, y: cells.y, w: x1 - x0, h: cells.h, corner: 7 },
        style: `segment${active ? " active" : ""}${found ? " found" : ""}`,
        subject: `partition:${index}`,
        // Retention takes the oldest from the left.
        leave: { x: Math.max(row.box.x, x0 - (x1 - x0) * 0.6), opacity: 0 },
      },
    ];
    // The probes of a search stand where the names do.
    if (names === null || asked) return marks;
    const texts = active
      ? [`segment ${base} · active`, `${base} · active`, `${base}`]
      : [`segment ${base}`, `${base}`];
    const name = wording({
      key: `segment:${index}:${base}:name`,
      texts,
      x: x0 + 3,
      y: names,
      size: Math.max(LEAST_TEXT, plan.small - 1),
      // Behind the active one there is nothing.
      room: active ? row.right - x0 - 3 : x1 - x0,
      style: "muted",
    });
    return [...marks, ...name];
  });
}

function recordMarks(row: Row): Mark[] {
  const { replica, scale, cells, state, plan, partition, box } = row;
  const touched = new Set(state.touched.records);
  const offline = partition.leader === null;
  const y = cells.y + cells.h / 2;
  const h = cells.h - 8;
  const w = scale.pitch - 3;
  // In a small pane a letter of the key is left, rather than a key too small to be read.
  const least = plan.wide ? LEAST_WHOLE : LEAST_TEXT;
  const keyed = h >= 27 && w >= Math.max(28, KEY_LETTERS * 0.6 * least + 4);
  const valued = keyed && h >= 44;
  const size = Math.max(
    LEAST_TEXT,
    Math.min(plan.small + (keyed ? 0 : 0.5), (w - 4) / (0.6 * digitsOf(replica.logEnd))),
  );
  return scale.open.flatMap(({ cells: placed }) =>
    placed.flatMap(({ entry, x }): Mark[] => {
      const { offset, record } = entry;
      const past = offset >= replica.highWatermark;
      const key = recordKey(record.id, replica.broker);
      const state = `${past ? " past" : ""}${offline ? " offline" : ""}${touched.has(record.id) ? " touched" : ""}`;
      // What is cut off at the end falls; what retention removes goes to the left.
      const [dx, dy] = past ? [0, cells.h * 0.6] : [Math.max(box.x + w / 2, x - scale.pitch * 2) - x, 0];
      const leaving = (mark: Mark): Mark => ({
        ...mark,
        leave: { x: (mark.n.x ?? 0) + dx, y: (mark.n.y ?? 0) + dy, opacity: 0 },
      });
      const marks: Mark[] = [
        {
          key,
          kind: "tile",
          n: { x, y, w, h, k: 0, gap: 0, corner: Math.min(6, h / 4) },
          style: `item record ${hueOf(record.key)}${record.value === null ? " tombstone" : ""}${state}`,
          subject: `record:${record.id}`,
          action: { name: recordName(offset, record, row, past), pick: "item", value: record.id },
          enter: { y: y - cells.h * 0.35, opacity: 0 },
        },
        {
          key: `${key}:offset`,
          kind: "text",
          n: {
            x: keyed ? x : x - letterRoom(record.key, w, size, String(offset)) / 2,
            y: valued ? y - size * 1.15 : keyed ? y - size * 0.58 : y,
            size,
          },
          style: `mono number${past ? " past" : ""}`,
          text: String(offset),
        },
      ];
      if (!keyed) marks.push(...letter(key, record.key, x, y, w, size, String(offset)));
      if (!keyed) return marks.map(leaving);
      const label = record.key ?? "–";
      const small = { size: Math.max(LEAST_TEXT, plan.small - 1), mono: true };
      const text = fitText(label, w - 4, small, least);
      if (text === undefined) return marks.map(leaving);
      const full = text.text === label ? {} : { full: label };
      const n = { x, y: valued ? y + 1 : y + size * 0.72, size: text.size };
      marks.push({ key: `${key}:key`, kind: "text", n, style: "mono record-key", text: text.text, ...full });
      const value = record.value ?? "deleted";
      const said = valued ? fitText(value, w - 4, small, least) : undefined;
      if (said !== undefined) {
        const below = { x, y: y + size * 1.15, size: said.size };
        marks.push({
          key: `${key}:value`,
          kind: "text",
          n: below,
          style: "mono record-key",
          text: said.text,
        });
      }
      return marks.map(leaving);
    }),
  );
}

/** So much of a small cell is taken by its key's first letter, in px: nothing when there is no room. */
function letterRoom(key: string | null, w: number, size: number, offset: string): number {
  const room = LEAST_TEXT * 0.6 + 2;
  return key !== null && key !== "" && offset.length * size * 0.6 + room + 4 <= w ? room : 0;
}

function letter(
  mark: string,
  key: string | null,
  x: number,
  y: number,
  w: number,
  size: number,
  offset: string,
): Mark[] {
  const room = letterRoom(key, w, size, offset);
  if (room === 0 || key === null) return [];
  const n = { x: x + (offset.length * size * 0.6) / 2 + 1, y, size: LEAST_TEXT };
  return [
    { key: `${mark}:key`, kind: "text", n, style: "mono record-key", text: [...key][0] ?? "", full: key },
  ];
}

/** What a record is called by who cannot see it. */
export function recordName(
  offset: number,
  record: LogRecord,
  { replica, partition }: Row,
  past: boolean,
): string {
  const key = record.key === null ? "no key" : `key ${record.key}`;
  const value = record.value === null ? "a tombstone" : `value ${record.value}`;
  const read =
    partition.leader === null
      ? ", not readable: the partition has no leader"
      : past
        ? ", not yet readable: past the high watermark"
        : "";
  return `record ${offset}, ${key}, ${value}, on broker ${replica.broker}${read}`;
}

function digitsOf(number: number): number {
  return Math.max(2, String(number).length);
}
