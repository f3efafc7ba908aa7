import type { Plain, Slot } from "../../engine/index.ts";
import type { Mark } from "../../stage/mark.ts";
import { fitText, textWidth } from "../../stage/text-width.ts";
import { contentOf } from "../parts/content.ts";
import { LEAST_TEXT, LEAST_WHOLE } from "../parts/words.ts";
import { placeInAnswer } from "./answer.ts";
import { whole } from "./caption.ts";
import type { Measures } from "./measures.ts";
import { angleOf, heldStyle, misled, type RingPicture } from "./ring-picture.ts";
import { slotNumbers } from "./slots.ts";
import { uprightRoom } from "./upright-room.ts";

type Held = Extract<Slot, { kind: "item" }>;

/** An item in one of the very few slots of a small ring moves as a tile no longer than this, in radians. */
const WIDEST = (2 * Math.PI) / 3;

/** Every item that lies in a slot: its tile, its text and its global index. */
export function items(ring: RingPicture): Mark[] {
  const { state, m } = ring;
  const texts = textSlots(ring);
  const marks: Mark[] = [];
  for (let slot = 0; slot < m.capacity; slot++) {
    const there = state.slots.at(slot);
    if (there?.kind !== "item") continue;
    const dying = state.lost?.index === there.index;
    const full = slotNumbers(m, slot);
    const style = heldStyle(ring, there.index);
    const subject = `item:${there.index}`;
    const tile = { kind: "tile", style: `item cover ${style}`, subject } as const;
    marks.push({ ...tile, key: subject, n: { ...full, w: Math.min(full.w ?? 0, m.middle * WIDEST) } });
    // Once it is there, it fills its slot.
    if (m.step > WIDEST) marks.push({ ...tile, key: `${subject}:rest`, n: full, style: `item ${style}` });
    if (texts(slot)) marks.push(...inSlot(ring, slot, there, dying));
  }
  return marks;
}

/** Where there is no room for the text of every slot, the newest, the oldest and those read come first. */
function textSlots({ state, m }: RingPicture): (slot: number) => boolean {
  const { every } = m.text;
  if (every === 1) return () => true;
  const newest = (state.head + m.capacity - 1) % m.capacity;
  const chosen: number[] = [];
  const rest = Array.from({ length: Math.ceil(m.capacity / every) }, (_, i) => i * every);
  for (const slot of [newest, state.tail, ...state.read, ...rest]) {
    const clear = chosen.every((other) => {
      const apart = Math.abs(other - slot);
      return Math.min(apart, m.capacity - apart) >= every;
    });
    if (clear) chosen.push(slot);
  }
  const shown = new Set(chosen);
  return (slot) => shown.has(slot);
}

function inSlot(ring: RingPicture, slot: number, held: Held, dying: boolean): Mark[] {
  const { m } = ring;
  const { value, index } = held;
  const { text, style } = contentOf(value);
  const a = angleOf(m, slot);
  const place = { cx: m.cx, cy: m.cy, r: m.middle, a };
  const key = `item:${index}`;
  const weight = `bold item-text${style}${dying ? " strike" : ""}`;
  if (!m.text.upright) {
    const length = m.outer - m.inner - 8;
    const set = fitText(text, length, { size: m.text.size, bold: true }, LEAST_WHOLE);
    if (set === undefined) return [];
    // Never more than a quarter turn, so that a text need not spin on its way in or out.
    const turn = a < Math.PI ? a - Math.PI / 2 : a - Math.PI * 1.5;
    return [textMark(`${key}:text`, { ...place, size: set.size, turn }, weight, set.text, text)];
  }
  const { size } = m.text;
  let { note } = m.text;
  // The place in the answer stands before the number.
  const order = placeInAnswer(ring, slot);
  const numbered = `#${index}`;
  const ordered = order > 0 ? `${order}·#${index}` : numbered;
  const block = size + note * 1.3;
  const wide = roomAt(m, slot, block);
  const noteRoom = (words: string): boolean => textWidth(words, { size: note, mono: true }) <= wide;
  const where = misled(ring);
  const told = slot === where?.looks ? "looks here" : slot === where?.is ? "it is here" : "";
  const said = whole(told, wide, note);
  const noteText = said && told ? told : noteRoom(ordered) ? ordered : numbered;
  if (noteText === told) note = said?.size ?? note;
  const noteFits = note > 0 && (noteText === told || noteRoom(noteText));
  const room = noteFits ? wide : roomAt(m, slot, size);
  const set = fitText(text, room, { size, bold: true }, LEAST_WHOLE);
  if (set === undefined) return [];
  const middle = { x: m.cx + m.middle * Math.sin(a), y: m.cy - m.middle * Math.cos(a) };
  if (!noteFits) return [textMark(`${key}:text`, { ...place, size: set.size }, weight, set.text, text)];
  return [
    textMark(`${key}:text`, { ...middle, y: middle.y - note * 0.65, size: set.size }, weight, set.text, text),
    textMark(
      `${key}:note`,
      { ...middle, y: middle.y + size * 0.5 + note * 0.15, size: note },
      noteText === numbered
        ? "mono note"
        : noteText === told
          ? slot === where?.looks
            ? "bad"
            : "accent"
          : "mono bold accent",
      noteText,
      noteText,
    ),
  ];
}

const rooms = new WeakMap<Measures, Map<string, number>>();

/** The room for upright text in a slot, worked out once for each height. */
function roomAt(m: Measures, slot: number, height: number): number {
  const known = rooms.get(m) ?? new Map<string, number>();
  rooms.set(m, known);
  const name = `${slot} ${height}`;
  const room = known.get(name) ?? uprightRoom(m, angleOf(m, slot), height);
  known.set(name, room);
  return room;
}

function textMark(key: string, n: Mark["n"], style: string, text: string, full: string): Mark {
  return { key, kind: "text", n, style, text, ...(text === full ? {} : { full }) };
}

/** An item outside the ring, on a straight tile. */
export interface LooseTile {
  readonly key: string;
  readonly value: Plain;
  /** The middle of the tile. */
  readonly x: number;
  readonly y: number;
  readonly room: number;
  readonly height: number;
  readonly style: string;
  readonly strike?: boolean;
  readonly opacity?: number;
  /** The middle it comes from when it is new, fully seen. */
  readonly from?: { readonly x: number; readonly y: number };
}

/** How wide a loose item is, and its text as it is set. */
export function looseText(value: Plain, room: number, height: number) {
  const { text, style } = contentOf(value);
  const size = Math.max(LEAST_TEXT, Math.min(18, height * 0.52));
  const pad = height * 0.34;
  const set = fitText(text, room - 2 * pad, { size, bold: true }, LEAST_WHOLE) ?? {
    text: "…",
    size,
    width: size,
  };
  return { text, style, set, width: Math.max(height * 1.25, set.width + 2 * pad) };
}

/** The marks of a loose item. */
export function looseTile(tile: LooseTile): Mark[] {
  const { text, style, set, width } = looseText(tile.value, tile.room, tile.height);
  const { x, y, opacity = 1 } = tile;
  const enter = tile.from === undefined ? {} : { enter: { ...tile.from, opacity } };
  return [
    {
      key: tile.key,
      kind: "tile",
      n: { x, y, w: width, h: tile.height, k: 0, turn: 0, gap: 0, corner: tile.height * 0.26, opacity },
      style: `item cover ${tile.style}`,
      subject: tile.key,
      ...enter,
    },
    {
      key: `${tile.key}:text`,
      kind: "text",
      n: { x, y, size: set.size, turn: 0, opacity },
      style: `bold item-text${style}${tile.strike ? " strike" : ""}`,
      text: set.text,
      ...(set.text === text ? {} : { full: text }),
      ...enter,
    },
  ];
}
