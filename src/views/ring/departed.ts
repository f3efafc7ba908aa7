import type { Loose } from "../../engine/index.ts";
import type { Mark } from "../../stage/mark.ts";
import { captionMark, whole } from "./caption.ts";
import { captionSize, cornerRoom, ringHalf } from "./corners.ts";
import { handPlace } from "./hand.ts";
import { looseText, looseTile } from "./items.ts";
import type { Measures } from "./measures.ts";
import { lapStyle, type RingPicture } from "./ring-picture.ts";

/** A place for an item that left: its outer edge is at `edge` and it grows inward. Numbers in px. */
export interface Dock {
  readonly side: "left" | "right";
  readonly edge: number;
  /** The middle of the tile; the caption is above it. */
  readonly y: number;
  readonly room: number;
  /** Where the hand is that a refused item bounces off from, and how wide an item may be there; at head if left out. */
  readonly hand?: { readonly x: number; readonly y: number; readonly room: number };
}

/** What became of an item, at length and in short. */
const POPPED = ["popped", "out"] as const;
const OVERWRITTEN = ["overwritten", "gone"] as const;
const REFUSED = ["refused", "no"] as const;

/** Where an item goes that is no longer in the ring: what was lost to the right, what was taken to the left. */
export function departed(
  ring: RingPicture,
  docks: (side: Dock["side"], width: number) => Dock = beneath(ring.m),
): Mark[] {
  const { state, m, cause } = ring;
  const marks: Mark[] = [];
  const { lost, outgoing } = state;
  const at = (loose: Loose, side: Dock["side"], words: readonly [string, string]) => {
    const { width } = looseText(loose.value, 180, tileHeight(m));
    return docks(side, Math.max(width, whole(words[0], 400, captionSize(m))?.width ?? 0));
  };
  if (outgoing !== null) {
    const style = `taken ${lapStyle(state, outgoing.index ?? 0)}`;
    marks.push(
      ...inDock(ring, at(outgoing, "left", POPPED), `item:${outgoing.index}`, outgoing, POPPED, style),
    );
  }
  if (lost === null) return marks;
  if (lost.index === null) {
    marks.push(
      ...inDock(ring, at(lost, "right", REFUSED), `refused:${cause.input}`, lost, REFUSED, "refused"),
    );
    return marks;
  }
  const there = lost.slot === null ? undefined : state.slots.at(lost.slot);
  if (there?.kind === "item" && there.index === lost.index) return marks;
  marks.push(
    ...inDock(ring, at(lost, "right", OVERWRITTEN), `item:${lost.index}`, lost, OVERWRITTEN, "dying"),
  );
  return marks;
}

/** How high a tile outside the ring is, in px. */
export function tileHeight(m: Measures): number {
  return m.hand.height * 0.92;
}

/** Beneath the ring at either side, as near to it as may be, so that the eye has not far to go. */
function beneath(m: Measures): (side: Dock["side"], width: number) => Dock {
  const height = tileHeight(m) + captionSize(m) * 1.5;
  const room = Math.min(180, cornerRoom(m, height));
  return (side, width) => {
    const away = Math.min(ringHalf(m, height) + Math.min(width, room), m.right - m.cx);
    return {
      side,
      edge: m.cx + (side === "left" ? -away : away),
      y: m.height - m.margin - tileHeight(m) / 2,
      room,
    };
  };
}

function inDock(
  ring: RingPicture,
  dock: Dock,
  key: string,
  loose: Loose,
  words: readonly [string, string],
  style: string,
): Mark[] {
  const { m } = ring;
  const size = captionSize(m);
  const height = tileHeight(m);
  const { side, edge, y } = dock;
  const hand = style === "refused" ? (dock.hand ?? handPlace(ring, loose.value)) : undefined;
  const room = Math.min(dock.room, hand?.room ?? dock.room);
  const { width } = looseText(loose.value, room, height);
  const set = whole(words[0], room, size) ?? whole(words[1], room, size);
  const inward = side === "left" ? 1 : -1;
  const tile = looseTile({
    key,
    value: loose.value,
    x: edge + (inward * width) / 2,
    y,
    room,
    height,
    style,
    strike: style === "dying",
    ...(hand === undefined ? {} : { from: { x: hand.x, y: hand.y } }),
  });
  if (set === undefined) return tile;
  const above = { x: edge, y: y - height / 2 - size * 0.85 };
  const anchor = side === "left" ? "start" : "end";
  return [
    ...tile,
    captionMark(`dock:${words[0]}`, above, anchor, set, words[0], side === "left" ? "read" : "write"),
  ];
}
