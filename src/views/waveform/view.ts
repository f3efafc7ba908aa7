import { grouped } from "../../engine/systems/grouped.ts";
import type { AudioWindowState } from "../../engine/systems/window/audio-window-state.ts";
import type { Mark, Size } from "../../stage/mark.ts";
import { textWidth } from "../../stage/text-width.ts";
import { lineMark, type Plot, ruleMark } from "../parts/chart.ts";
import { count } from "../parts/phrases.ts";
import { linearScale } from "../parts/scale.ts";
import { windowWords, writtenWords } from "../parts/window-words.ts";
import { LEAST_TEXT, line, typeSize } from "../parts/words.ts";
import type { Picture, View } from "../view.ts";

/** Sound samples slot by slot, with the place of the next write running through them. */
export const view: View<AudioWindowState> = {
  id: "waveform",
  title: "The sound",
  height: { least: 160, share: 1 },
  layout,
  describe,
};

/** How far from silence a sample of 16 bits can be, on both sides. */
const FULL_SCALE = 32_767;

function layout({ frame: { state } }: Picture<AudioWindowState>, size: Size): readonly Mark[] {
  const { width, height } = size;
  const type = typeSize(Math.min(width, height * 1.6), 0.026, 14);
  const side = type * 1.2;
  const box: Plot = {
    left: side + 8 * 0.6 * scaleType(type),
    top: type * 4.9,
    right: width - side,
    bottom: height - type * 2.8,
  };
  const x = linearScale([0, state.capacity], [box.left, box.right]);
  const y = linearScale([-FULL_SCALE, FULL_SCALE], [box.bottom, box.top]);
  const slots = slotsOf(state);
  const place = (slot: number) => ({ x: x(slot + 0.5), y: y(slots[slot] ?? 0) });
  const filled = (from: number, until: number) =>
    Array.from({ length: until - from }, (_, i) => from + i)
      .filter((slot) => slots[slot] !== undefined)
      .map(place);
  const lap = Math.floor(state.totalWritten / state.capacity);
  const [young, old] = [filled(0, state.head), filled(state.head, state.capacity)];
  const room = box.right - box.left;
  const head = x(state.head);
  return [
    ...scale(box, y, type),
    ...(old.length > 1 ? [lineMark("old", old, `hue-${(lap + 3) % 4} faded`, false)] : []),
    ...(young.length > 1 ? [lineMark("young", young, `hue-${lap % 4}`, false)] : []),
    ...peak(state, box, y, type, width - 2 * side),
    {
      ...ruleMark(
        `head:${lap}`,
        { x: head, y: box.top - type * 0.4 },
        { x: head, y: box.bottom },
        "level write",
      ),
      enter: { x: box.left, x1: box.left, opacity: 0 },
      leave: { x: box.right, x1: box.right, opacity: 0 },
    },
    ...line({
      key: "title",
      text: `${count(state.capacity, "slot")} · ${milliseconds(state)} ms of sound at ${grouped(state.rate)} samples/s`,
      x: side,
      y: type * 1.1,
      size: type,
      room: width - 2 * side,
      style: "bold",
    }),
    ...headWords(state, lap, head, { ...box, left: side }, type),
    ...line({
      key: "slots:first",
      text: "slot 0",
      x: box.left,
      y: height - type * 1.3,
      size: Math.max(LEAST_TEXT, type * 0.95),
      room: room * 0.2,
      style: "mono muted",
    }),
    ...line({
      key: "standing",
      text: `${count(state.totalWritten, "sample")} written · ${grouped(state.totalWritten - state.size)} gone`,
      x: (box.left + box.right) / 2,
      y: height - type * 1.3,
      size: Math.max(LEAST_TEXT, type * 0.95),
      room: room * 0.5,
      style: "muted",
      anchor: "middle",
    }),
    ...line({
      key: "slots:last",
      text: `slot ${state.capacity - 1}`,
      x: box.right,
      y: height - type * 1.3,
      size: Math.max(LEAST_TEXT, type * 0.95),
      room: room * 0.24,
      style: "mono muted",
      anchor: "end",
    }),
  ];
}

function scaleType(type: number): number {
  return Math.max(LEAST_TEXT, type * 0.85);
}

/** Silence and both ends of the scale, so that one sees how loud the loudest is. */
function scale(box: Plot, y: (value: number) => number, type: number): Mark[] {
  return [FULL_SCALE, 0, -FULL_SCALE].flatMap((value) => [
    ruleMark(`scale:${value}`, { x: box.left, y: y(value) }, { x: box.right, y: y(value) }, "grid"),
    ...line({
      key: `scale:${value}:text`,
      text: `${value > 0 ? "+" : value < 0 ? "−" : ""}${grouped(Math.abs(value))}`,
      x: box.left - 5,
      y: y(value),
      size: scaleType(type),
      room: box.left - 6,
      style: "mono muted",
      anchor: "end",
    }),
  ]);
}

/** “newest” before the head, “oldest” after it: side by side above the line, kept within the pane. */
function headWords(
  { head: slot, size: held, capacity }: AudioWindowState,
  lap: number,
  head: number,
  box: Plot,
  size: number,
): Mark[] {
  const gap = size * 0.9;
  const width = (text: string, bold = false) => textWidth(text, { size, bold });
  const word = width("head", true);
  // Just round: this lap has written nothing yet, and the newest stand at the far end.
  const round = slot === 0;
  const lasting = held === capacity;
  const long = box.right - box.left > 26 * size;
  const newest = round ? (long ? "newest: written last" : "newest") : long ? "newest: this lap" : "newest";
  const oldest = long ? "oldest: last lap" : "oldest";
  const before = held > 0 && !round ? width(newest) + gap : 0;
  const after = lasting ? width(oldest) + gap : 0;
  const middle = Math.min(Math.max(head, box.left + before + word / 2), box.right - after - word / 2);
  const y = box.top - size * 1.1;
  const text = (name: string, words: string, x: number, anchor: "start" | "middle" | "end", style: string) =>
    line({ key: `${name}:${lap}`, text: words, x, y, size, room: box.right - box.left, style, anchor });
  return [
    ...text("head:word", "head", middle, "middle", "bold write"),
    ...(before > 0 ? text("newest", newest, middle - word / 2 - gap, "end", "") : []),
    ...(after > 0 ? text("oldest", oldest, middle + word / 2 + gap, "start", "muted") : []),
    ...(round && held > 0 ? text("newest:end", newest, box.right, "end", "") : []),
  ];
}

function peak(
  { level }: AudioWindowState,
  box: Plot,
  y: (value: number) => number,
  size: number,
  room: number,
): Mark[] {
  if (level === null || level.peak === null) return [];
  const lines = [level.peak, -level.peak].map((value, side) =>
    ruleMark(`peak:${side}`, { x: box.left, y: y(value) }, { x: box.right, y: y(value) }, "level"),
  );
  return [
    ...lines,
    ...line({
      key: "peak:text",
      text: `peak ${grouped(level.peak)} of ${grouped(FULL_SCALE)}`,
      x: box.right,
      y: size * 2.45,
      size,
      room,
      style: "bold accent",
      anchor: "end",
    }),
  ];
}

/** The samples by slot; undefined where a slot is not yet written. */
function slotsOf({ capacity, tail, values }: AudioWindowState): readonly (number | undefined)[] {
  const slots = new Array<number | undefined>(capacity).fill(undefined);
  values.forEach((value, i) => {
    slots[(tail + i) % capacity] = value;
  });
  return slots;
}

function milliseconds({ span }: AudioWindowState): string {
  return String(Math.round(span * 10) / 10);
}

function describe({ frame: { state, cause } }: Picture<AudioWindowState>): string {
  return `${happened(state, cause.mark, cause.detail)} ${windowWords(state, "sample")}`;
}

function happened(
  { level, volume, head }: AudioWindowState,
  mark: string,
  detail: Picture["frame"]["cause"]["detail"],
): string {
  switch (mark) {
    case "create":
      return "The tone is about to begin.";
    case "stride":
      return `${writtenWords(detail.count as number, detail.overwritten as number, "sample")} Head is at slot ${head}.`;
    case "read":
      return level?.read === 1
        ? "The newest sample is read."
        : `The newest ${count(level?.read ?? 0, "sample")} are read.`;
    default:
      return level?.peak == null
        ? `The tone sounds at ${volume} % of full loudness.`
        : `The loudest of the last ${count(level.read, "sample")} is ${grouped(level.peak)} of ${grouped(FULL_SCALE)} away from silence.`;
  }
}
