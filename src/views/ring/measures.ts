import type { Size } from "../../stage/mark.ts";
import { textWidth } from "../../stage/text-width.ts";
import { LEAST_TEXT, LEAST_WHOLE } from "../parts/words.ts";
import { uprightRoom } from "./upright-room.ts";

/** Every length of a ring's picture, in px, worked out from the capacity and the space alone. */
export interface Measures {
  readonly capacity: number;
  readonly width: number;
  readonly height: number;
  readonly cx: number;
  readonly cy: number;
  /** The angle of one slot, in radians. */
  readonly step: number;
  /** Inner and outer radius of the slots, and half way between. */
  readonly inner: number;
  readonly outer: number;
  readonly middle: number;
  readonly gap: number;
  /** Slot numbers: font size, radius of their middles, and every how many slots there is room for one. */
  readonly label: { readonly size: number; readonly radius: number; readonly every: number };
  /** Arrows: where head's points to, where tail's points to, and how long both are. */
  readonly arrow: { readonly out: number; readonly in: number; readonly length: number };
  /** The words at the arrows; false when there is no room and a legend says it. */
  readonly word: { readonly size: number; readonly shown: boolean };
  /** Texts in slots: upright, or along the radius, there for every so many slots. */
  readonly text: {
    readonly upright: boolean;
    readonly size: number;
    readonly note: number;
    readonly every: number;
  };
  /** The item in the hand: how high, and how wide at most. */
  readonly hand: { readonly height: number; readonly room: number };
  /** Nothing that belongs to the ring is farther out than this. */
  readonly reach: number;
  readonly margin: number;
  /** The part of the width that is used: a very wide pane keeps its parts together. */
  readonly left: number;
  readonly right: number;
}

const clamp = (least: number, value: number, most: number): number => Math.max(least, Math.min(most, value));
/** From this extent on numbers are at least so large, in px. */
const ROOMY = 340;
const LEGIBLE = 10.5;
const known = new Map<string, Measures>();
const KEPT = 24;

/** The measures of a ring drawn slot by slot. */
export function measure(capacity: number, { width, height }: Size): Measures {
  const name = `${capacity} ${width} ${height}`;
  const found = known.get(name);
  if (found !== undefined) return found;
  const made = makeMeasures(capacity, width, height);
  if (known.size >= KEPT) known.clear();
  known.set(name, made);
  return made;
}

function makeMeasures(capacity: number, width: number, height: number): Measures {
  const extent = Math.min(width, height);
  const margin = clamp(4, extent * 0.02, 16);
  const label = clamp(extent < ROOMY ? LEAST_TEXT : LEGIBLE, extent * 0.024, 15);
  const labelHalf = Math.hypot(textWidth(String(capacity - 1), { size: label, mono: true }), label * 0.8) / 2;
  const labels = 4 + 2 * labelHalf;
  const arrow = clamp(9, extent * 0.046, 32);
  const word = clamp(LEAST_TEXT, extent * 0.028, 17);
  const handHeight = clamp(16, extent * 0.056, 42);
  const least = 40;
  const outside = labels + arrow + handHeight + 4;
  const outer = Math.max(24, Math.min(height / 2 - outside - 2, width / 2 - labels - arrow - least - 6, 460));
  const inner = outer * (extent < 300 ? 0.55 : capacity <= 16 ? 0.63 : 0.57);
  const middle = (inner + outer) / 2;
  const step = (2 * Math.PI) / capacity;
  const arrowOut = outer + labels;
  const reach = arrowOut + arrow + handHeight + 4;
  const arrowIn = inner - 4;
  const shown = arrowIn - arrow >= 44 && extent >= 300;
  const frame = Math.min(width, Math.max(height * 1.72, 520));
  const label2 = { size: label, radius: outer + 4 + labelHalf };
  return {
    capacity,
    width,
    height,
    cx: width / 2,
    cy: height / 2,
    step,
    inner,
    outer,
    middle,
    gap: capacity === 1 ? 0 : clamp(1, (middle * step) / 16, 4),
    label: { ...label2, every: thin(capacity, (label2.radius - labelHalf) * step, labelHalf * 2 + 3) },
    arrow: { out: arrowOut, in: arrowIn, length: arrow },
    word: { size: word, shown },
    text: textMode(capacity, step, inner, outer, extent),
    hand: { height: handHeight, room: Math.min(130, width / 2 - arrowOut - arrow - 4) },
    reach,
    margin,
    left: (width - frame) / 2 + margin,
    right: (width + frame) / 2 - margin,
  };
}

function textMode(capacity: number, step: number, inner: number, outer: number, extent: number) {
  const size = clamp(LEAST_TEXT + 1, Math.min((outer - inner) * 0.3, extent * 0.04), 30);
  const narrowest = (height: number): number => {
    let room = Number.POSITIVE_INFINITY;
    for (let slot = 0; slot < capacity; slot++) {
      room = Math.min(room, uprightRoom({ inner, outer, step }, (slot + 0.5) * step, height));
    }
    return room;
  };
  // Along the radius the inner end of a text is the narrowest place.
  const room = (inner + 4) * step;
  const along = clamp(LEAST_WHOLE, Math.min(room * 0.9, (outer - inner) / 3), 14);
  const roomy = capacity > 16 && along >= 12 ? 34 : 18;
  if (capacity <= 40) {
    for (let upright = size; upright >= LEAST_TEXT; upright -= 0.5) {
      const note = clamp(extent < ROOMY ? LEAST_TEXT : LEGIBLE, upright * 0.64, 14);
      if (narrowest(upright + note * 1.3) >= Math.max(upright * 2.1, roomy)) {
        return { upright: true, size: upright, note, every: 1 };
      }
    }
    for (let upright = size; upright >= LEAST_WHOLE; upright -= 0.5) {
      if (narrowest(upright) >= roomy) return { upright: true, size: upright, note: 0, every: 1 };
    }
  }
  return { upright: false, size: along, note: 0, every: thin(capacity, room, along * 0.95) };
}

/** Every how many slots something `needed` px wide has room, when a slot is `room` px wide: a round number. */
function thin(capacity: number, room: number, needed: number): number {
  for (const every of [1, 2, 4, 5, 8, 10, 16, 20, 32]) if (room * every >= needed) return every;
  return capacity;
}
