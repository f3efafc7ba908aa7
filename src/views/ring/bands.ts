import type { RingState } from "../../engine/index.ts";
import { grouped } from "../../engine/systems/grouped.ts";
import type { Mark, Size } from "../../stage/mark.ts";
import { textWidth } from "../../stage/text-width.ts";
import type { Picture } from "../view.ts";
import { queue } from "./aside.ts";
import { type Lens, measureBands } from "./band-measures.ts";
import { centre } from "./centre.ts";
import { captionSize } from "./corners.ts";
import { type Dock, departed, tileHeight } from "./departed.ts";
import { pointers } from "./hand.ts";
import { lensSlots, rays, sightOf } from "./lens.ts";
import { angleOf, lapOf, lapStyle, type RingPicture, reachOf, ringPicture } from "./ring-picture.ts";

/** A ring too large to be drawn slot by slot: filled arcs, and a lens on the slots around head. */
export function bands(picture: Picture<RingState>, size: Size): readonly Mark[] {
  const { m, lens } = measureBands(picture.frame.state.capacity, size);
  const ring = ringPicture(picture, m);
  // In the ring's own picture nothing is held: the hand is at the lens.
  const still: RingPicture = { ...ring, state: { ...ring.state, incoming: null } };
  return [
    { key: "disc", kind: "circle", n: { x: m.cx, y: m.cy, r: m.outer }, style: "disc" },
    ...rays(ring, lens),
    { key: "track", kind: "arc", n: { ...sector(ring), a0: 0, a1: 2 * Math.PI }, style: "bed used" },
    ...filled(ring),
    sight(ring, lens.count),
    ...quarters(ring),
    ...centre(still),
    ...pointers(still),
    ...(lens.beside || asideRoom(ring) >= ROOMY
      ? queue(ring, lens.beside ? lens.w * lens.count : asideRoom(ring))
      : []),
    ...lensSlots(ring, lens),
    ...departed(ring, docks(ring, lens)),
  ];
}

function sector({ m }: RingPicture) {
  return { cx: m.cx, cy: m.cy, r0: m.inner, r1: m.outer };
}

/** What the ring holds, an arc for each lap that wrote it. */
function filled(ring: RingPicture): Mark[] {
  const { state, m, turns } = ring;
  const { from: reach, written } = reachOf(state);
  const marks: Mark[] = [];
  // Where a number lies: so many slots behind head, which may not have stepped on yet.
  const ahead = Math.max(turns.head, state.totalWritten);
  const edge = (index: number): number => (turns.head - (ahead - index)) * m.step;
  for (let from = Math.max(0, written - state.held); from < written; ) {
    const lap = lapOf(state, from);
    const ofLap = (lap + 1 - state.laps.before) * m.capacity + state.laps.from;
    const stray = from < reach;
    const until = Math.min(written, ofLap, stray ? reach : written);
    marks.push({
      key: `band:${lap}${stray ? ":stray" : ""}`,
      kind: "arc",
      n: { ...sector(ring), a0: edge(from), a1: edge(until) },
      style: `item ${lapStyle(state, from)}${stray ? " stray" : ""}`,
    });
    from = until;
  }
  return marks;
}

/** The stretch of the ring that the lens shows. */
function sight({ m, turns }: RingPicture, count: number): Mark {
  const half = sightOf(m, count);
  const a = angleOf(m, turns.head);
  return {
    key: "sight",
    kind: "arc",
    n: { cx: m.cx, cy: m.cy, r0: m.inner - 2.5, r1: m.outer + 2.5, a0: a - half, a1: a + half },
    style: "sight",
  };
}

/** How near head may come to a slot number before it gives way, in px along the ring. */
const GIVES_WAY = 56;

/** Slot numbers at the quarters, so that the size of the array can be felt. */
function quarters({ m, turns }: RingPicture): Mark[] {
  const head = angleOf(m, turns.head);
  return [0, 1, 2, 3].flatMap((quarter): Mark[] => {
    const slot = Math.floor((quarter * m.capacity) / 4);
    const text = grouped(slot);
    const { size } = m.label;
    const half = textWidth(text, { size, mono: true }) / 2;
    const a = (quarter * Math.PI) / 2;
    const apart = Math.abs(Math.atan2(Math.sin(head - a), Math.cos(head - a)));
    const r = m.outer + 6 + (quarter % 2 === 1 ? half : size / 2);
    if (apart * r < GIVES_WAY || m.cx - r - half < 0) return [];
    return [
      {
        key: `label:${slot}`,
        kind: "text",
        n: { cx: m.cx, cy: m.cy, r, a, size },
        style: "mono label",
        text,
      },
    ];
  });
}

/** Beside the ring: beneath the lens, at its ends. Otherwise in the upper corners. */
function docks({ m }: RingPicture, lens: Lens): (side: Dock["side"], width: number) => Dock {
  const half = (lens.w * lens.count) / 2;
  const caption = captionSize(m) * 1.5;
  const hand = { x: lens.x, y: lens.hand, room: 2 * half };
  return (side, width) => {
    const out = side === "left" ? -1 : 1;
    if (lens.beside) {
      const y = lens.y + lens.h / 2 + m.label.size * 2 + m.arrow.length + caption + tileHeight(m) / 2;
      return { side, edge: lens.x + out * half, y, room: Math.min(180, half - 6), hand };
    }
    const room = Math.min(180, asideRoom({ m }));
    if (room >= ROOMY) {
      const away = Math.min(m.reach + GIVES_WAY + Math.min(width, room), m.cx - m.margin);
      return { side, edge: m.cx + out * away, y: m.cy + m.outer * 0.5, room, hand };
    }
    return {
      side,
      edge: m.cx + out * (m.cx - m.margin),
      y: m.margin + caption + tileHeight(m) / 2,
      room,
      hand,
    };
  };
}

/** From this width on there is room for more than a dock at either side of the ring, in px. */
const ROOMY = 110;

/** How wide the space at either side of a ring above its lens is, in px. */
function asideRoom({ m }: Pick<RingPicture, "m">): number {
  return m.cx - m.reach - m.margin - 44;
}
