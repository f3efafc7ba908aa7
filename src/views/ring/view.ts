import type { RingState } from "../../engine/index.ts";
import type { Mark, Size } from "../../stage/mark.ts";
import type { Picture, View } from "../view.ts";
import { answer } from "./answer.ts";
import { legend, queue } from "./aside.ts";
import { bands } from "./bands.ts";
import { centre } from "./centre.ts";
import { departed } from "./departed.ts";
import { hand, pointers } from "./hand.ts";
import { items } from "./items.ts";
import { measure } from "./measures.ts";
import { ringPicture } from "./ring-picture.ts";
import { beds, labels, outlines } from "./slots.ts";
import { describe, log } from "./words.ts";

/** Up to this capacity every slot is drawn; above, bands and a lens. */
export const MOST_SLOTS = 64;

/** The ring itself: slots in a circle, head outside, tail inside. */
export const view: View<RingState> = {
  id: "ring",
  title: "The ring",
  height: { least: 220, share: 1 },
  layout,
  describe,
  log,
};

function layout(picture: Picture<RingState>, size: Size): readonly Mark[] {
  const { capacity } = picture.frame.state;
  if (capacity > MOST_SLOTS) return bands(picture, size);
  const ring = ringPicture(picture, measure(capacity, size));
  return [
    ...beds(ring),
    ...labels(ring),
    ...centre(ring),
    ...legend(ring),
    ...pointers(ring),
    ...items(ring),
    ...queue(ring),
    ...departed(ring),
    ...answer(ring),
    ...hand(ring),
    ...outlines(ring),
  ];
}
