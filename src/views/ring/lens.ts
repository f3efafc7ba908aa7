import type { Slot } from "../../engine/index.ts";
import { grouped } from "../../engine/systems/grouped.ts";
import type { Mark } from "../../stage/mark.ts";
import { polar } from "../../stage/place.ts";
import { count } from "../parts/phrases.ts";
import type { Lens } from "./band-measures.ts";
import { captionMark, whole } from "./caption.ts";
import { looseTile } from "./items.ts";
import { lensItem } from "./lens-item.ts";
import { angleOf, lapStyle, type RingPicture } from "./ring-picture.ts";
import { slotName } from "./slots.ts";

/** The lines from the stretch of the ring that the lens shows to the lens: across the ring where head is beyond it. */
export function rays({ m, turns }: RingPicture, lens: Lens): Mark[] {
  const a = angleOf(m, turns.head);
  const beyond = lens.beside ? Math.sin(a) < 0 : Math.cos(a) > 0;
  const half = (lens.w * lens.count) / 2;
  const span = sightOf(m, lens.count);
  const ends = [-span, span].map((off) => polar(m.cx, m.cy, beyond ? m.inner : m.outer, a + off));
  ends.sort(lens.beside ? (one, other) => one.y - other.y : (one, other) => one.x - other.x);
  return ends.map((from, order) => {
    const side = 2 * order - 1;
    const [x1, y1] = lens.beside ? [-half, (side * lens.h) / 2] : [side * half, -lens.h / 2];
    return {
      key: `ray:${side}`,
      kind: "line",
      n: { ...from, x1: lens.x + x1, y1: lens.y + y1 },
      style: "ray",
    };
  });
}

/** Half the stretch of the ring that is in the lens, in radians: as wide as can be seen at least. */
export function sightOf(m: RingPicture["m"], count: number): number {
  return Math.max((count / 2) * m.step, 4 / m.outer);
}

/** The slots in the lens with what they hold, the pointers that fall into it, and the item in the hand. */
export function lensSlots(ring: RingPicture, lens: Lens): Mark[] {
  const { m, state } = ring;
  const half = (lens.count - 1) / 2;
  const [under, over]: [Mark[], Mark[]] = [[], []];
  for (let offset = -half; offset <= half; offset++) {
    const slot = (((state.head + offset) % m.capacity) + m.capacity) % m.capacity;
    const there = state.slots.at(slot) as Slot;
    const n = { x: lens.x + offset * lens.w, y: lens.y, w: lens.w, h: lens.h, gap: 3, corner: 5 };
    under.push({
      key: `bed:${slot}`,
      kind: "tile",
      n,
      style: `bed ${there.kind === "item" ? "used" : there.kind}`,
    });
    under.push(numberOf(ring, lens, slot, n.x));
    if (there.kind === "item") under.push(...lensItem(ring, n, there));
    const written = there.kind === "item" && there.index === ring.fresh;
    const emphasis = state.read.includes(slot) ? " seen" : written ? " write" : "";
    over.push({
      key: `slot:${slot}`,
      kind: "tile",
      n,
      style: `slot${emphasis}`,
      subject: there.kind === "item" ? `item:${there.index}` : `slot:${slot}`,
      action: { name: slotName(ring, slot, there), pick: "slot", value: slot },
    });
  }
  const size = Math.min(m.label.size, 12);
  const text = `${lens.count} of ${count(m.capacity, "slot")}`;
  const set = whole(text, lens.w * half, size);
  const at = { x: lens.x - 14, y: lens.y - lens.h / 2 - size * 0.8 };
  if (set !== undefined) under.push(captionMark("lens", at, "end", set, text));
  return [...under, ...arrows(ring, lens, half), ...held(ring, lens), ...over];
}

function numberOf({ m, state }: RingPicture, lens: Lens, slot: number, x: number): Mark {
  const text = grouped(slot);
  const size = Math.min(m.label.size, (lens.w - 3) / (text.length * 0.6));
  const every = size >= 7.5 || slot % 2 === 0;
  return {
    key: `lens:${slot}`,
    kind: "text",
    n: { x, y: lens.y + lens.h / 2 + m.label.size * 0.85, size: Math.max(7.5, size) },
    style: `mono label${slot === state.head ? " at-head" : slot === state.tail ? " at-tail" : ""}`,
    text: every ? text : "",
  };
}

/** Head from above and tail from beneath, each with its word. */
function arrows({ m, state, turns }: RingPicture, lens: Lens, half: number): Mark[] {
  const top = lens.y - lens.h / 2 - 3;
  const bottom = lens.y + lens.h / 2 + m.label.size * 1.6;
  const { length } = m.arrow;
  const behind = (((turns.head - turns.tail) % m.capacity) + m.capacity) % m.capacity;
  const at = behind <= half ? -behind : m.capacity - behind;
  const marks: Mark[] = [arrow("lens:head", lens.x, top - length, top, "write")];
  const size = Math.min(m.word.size, 14);
  const word = (key: string, text: string, x: number, y: number, style: string, before: boolean): Mark => ({
    key,
    kind: "text",
    n: { x: x + (before ? -9 : 9), y, size },
    style: `bold ${style}`,
    text,
    anchor: before ? "end" : "start",
  });
  if (state.incoming === null || length >= size + 3) {
    marks.push(word("lens:head:word", "head", lens.x, top - length / 2 - 1, "write", false));
  }
  if (at <= half) {
    const x = lens.x + at * lens.w;
    marks.push(arrow("lens:tail", x, bottom + length, bottom, "read"));
    marks.push(word("lens:tail:word", "tail", x, bottom + length / 2 + 2, "read", at === half));
  }
  return marks;
}

function arrow(key: string, x: number, y: number, y1: number, style: string): Mark {
  return { key, kind: "arrow", n: { x, y, x1: x, y1 }, style: `pointer ${style}` };
}

function held({ m, state }: RingPicture, lens: Lens): Mark[] {
  if (state.incoming === null) return [];
  const index = state.totalWritten;
  return looseTile({
    key: `item:${index}`,
    value: state.incoming.value,
    x: lens.x,
    y: lens.hand,
    room: lens.w * lens.count,
    height: m.hand.height,
    style: `${lapStyle(state, index)} held`,
    from: { x: m.right - 40, y: m.margin + m.hand.height },
  }).map((mark) => ({ ...mark, leave: { opacity: 0 } }));
}
