import type { Plain } from "../../engine/index.ts";
import type { Mark } from "../../stage/mark.ts";
import { type Box, distance } from "../../stage/text-box.ts";
import { textWidth } from "../../stage/text-width.ts";
import { APART } from "./corners.ts";
import { looseText, looseTile } from "./items.ts";
import type { Measures } from "./measures.ts";
import { angleOf, lapStyle, type RingPicture } from "./ring-picture.ts";

/** The middle of an upright box at angle `a` whose nearest side is at radius `from`: clear of the circle. */
function outsideOf(m: Measures, a: number, from: number, w: number, h: number) {
  const r = from + (Math.abs(Math.sin(a)) * w + Math.abs(Math.cos(a)) * h) / 2;
  const clamp = (value: number, half: number, most: number): number =>
    Math.max(half + 1, Math.min(most - half - 1, value));
  return {
    x: clamp(m.cx + r * Math.sin(a), w / 2, m.width),
    y: clamp(m.cy - r * Math.cos(a), h / 2, m.height),
  };
}

/** Where an item waits to be pushed: behind head's arrow, and so narrow that it stays out of the corners. */
export function handPlace({ m, state }: RingPicture, value: Plain) {
  const a = angleOf(m, state.head);
  const { height } = m.hand;
  for (let room = m.hand.room; ; room -= 6) {
    const { width } = looseText(value, room, height);
    const place = outsideOf(m, a, m.arrow.out + m.arrow.length + 3, width, height);
    const farthest = Math.hypot(Math.abs(place.x - m.cx) + width / 2, Math.abs(place.y - m.cy) + height / 2);
    const level = Math.abs(place.y - m.cy) + height / 2 < m.height / 4;
    if (farthest <= m.reach + APART || level || room <= LEAST_ROOM) return { ...place, room, width };
  }
}

/** An item in the hand has at least so much room, in px. */
const LEAST_ROOM = 40;

/** The item being pushed, on its way in. It comes from the front of those that wait. */
export function hand(ring: RingPicture): Mark[] {
  const { m, state } = ring;
  if (state.incoming === null) return [];
  const { value } = state.incoming;
  const index = state.totalWritten;
  const { x, y, room } = handPlace(ring, value);
  return looseTile({
    key: `item:${index}`,
    value,
    x,
    y,
    room,
    height: m.hand.height,
    style: `${lapStyle(state, index)} held`,
    from: { x: m.right - 60, y: m.margin + m.hand.height },
  }).map((mark) => ({ ...mark, leave: { opacity: 0 } }));
}

/** Head outside, pointing in; tail inside, pointing out. Their angles count on past a full turn. */
export function pointers(ring: RingPicture): Mark[] {
  const { m, turns } = ring;
  const headAngle = angleOf(m, turns.head);
  const tailAngle = angleOf(m, turns.tail);
  const tip = m.arrow.in;
  const { size, shown } = m.word;
  const marks: Mark[] = [
    {
      key: "head",
      kind: "arrow",
      n: { cx: m.cx, cy: m.cy, a: headAngle, r0: m.arrow.out + m.arrow.length, r1: m.arrow.out },
      style: "pointer write",
    },
    {
      key: "tail",
      kind: "arrow",
      n: { cx: m.cx, cy: m.cy, a: tailAngle, r0: tip - m.arrow.length, r1: tip },
      style: "pointer read",
    },
  ];
  if (!shown) return marks;
  const headWidth = textWidth("head", { size, bold: true });
  const tail = tailWord(m, tailAngle);
  const aside = headAngle - wordOffset(ring, headAngle, headWidth);
  marks.push(
    {
      key: "head:word",
      kind: "text",
      n: { cx: m.cx, cy: m.cy, a: aside, r: wordRadius(ring, aside, headWidth), size },
      style: "bold write",
      text: "head",
    },
    {
      key: "tail:word",
      kind: "text",
      n: { cx: m.cx, cy: m.cy, a: tail.a, r: tail.r, size },
      style: "bold read",
      text: "tail",
    },
  );
  return marks;
}

/** The box of the word “tail”, inside the ring beside the arrow at angle `a`; its own angle and distance too. */
export function tailWord(m: Measures, a: number): Box & { readonly r: number; readonly a: number } {
  const [w, h] = [textWidth("tail", { size: m.word.size, bold: true }) / 2, m.word.size / 2];
  const arrow = arrowBox(m, a, m.arrow.in - m.arrow.length / 2);
  for (let offset = 0.05; ; offset += 0.03) {
    const at = a - offset;
    const r = m.arrow.in - 2 - Math.abs(Math.sin(at)) * w - Math.abs(Math.cos(at)) * h;
    const box = { r, a: at, x: m.cx + r * Math.sin(at), y: m.cy - r * Math.cos(at), w, h, turn: 0 };
    if (offset > 1.5 || distance(box, arrow) >= 1) return box;
  }
}

function arrowBox(m: Measures, a: number, middle: number): Box {
  return {
    x: m.cx + middle * Math.sin(a),
    y: m.cy - middle * Math.cos(a),
    w: 6,
    h: m.arrow.length / 2,
    turn: a,
  };
}

function wordRadius({ m, state }: RingPicture, a: number, width: number): number {
  const from = m.arrow.out + (state.incoming === null ? m.arrow.length + 3 : 4);
  return from + (Math.abs(Math.sin(a)) * width + Math.abs(Math.cos(a)) * m.word.size) / 2;
}

/** How far the word steps aside, in radians, while an item is in the hand. */
function wordOffset(ring: RingPicture, a: number, width: number): number {
  const { m, state } = ring;
  if (state.incoming === null) return 0;
  const { size } = m.word;
  const held = looseText(state.incoming.value, m.hand.room, m.hand.height);
  const tile = {
    ...handPlace(ring, state.incoming.value),
    w: held.width / 2,
    h: m.hand.height / 2,
    turn: 0,
  };
  const arrow = arrowBox(m, a, m.arrow.out + m.arrow.length / 2);
  for (let offset = 0.04; offset < 1.6; offset += 0.03) {
    const at = a - offset;
    const r = wordRadius(ring, at, width);
    const word = {
      x: m.cx + r * Math.sin(at),
      y: m.cy - r * Math.cos(at),
      w: width / 2,
      h: size / 2,
      turn: 0,
    };
    if (distance(word, tile) > 4 && distance(word, arrow) > 3) return offset;
  }
  return 1.6;
}
