import type { StageState } from "../../engine/systems/failures/failure-state.ts";
import { grouped } from "../../engine/systems/grouped.ts";
import type { Mark } from "../../stage/mark.ts";
import type { Plot } from "../parts/chart.ts";
import { LEAST_TEXT, line } from "../parts/words.ts";
import { tile } from "./tile.ts";

/** Slots narrower than this are not drawn one by one, in px. */
const LEAST_SLOT = 8;
/** How wide a slot is at most, in px. */
const MOST_SLOT = 46;

/** A queue, its exit on the right: slot by slot where they can be told apart, else a bar with the first of those that wait. */
export function queueStrip(stage: StageState, box: Plot, small: number): Mark[] {
  const width = box.right - box.left;
  return stage.capacity * LEAST_SLOT <= width ? slots(stage, box) : bar(stage, box, small);
}

function slots({ name, capacity, waiting }: StageState, box: Plot): Mark[] {
  const pitch = Math.min(MOST_SLOT, (box.right - box.left) / capacity);
  const height = Math.min(box.bottom - box.top, Math.max(pitch, 20), 44);
  const y = (box.top + box.bottom) / 2;
  const size = { w: pitch * 0.88, h: height };
  const at = (place: number): number => box.right - (place + 0.5) * pitch;
  return [
    ...Array.from(
      { length: capacity },
      (_, place): Mark => ({
        key: `slot:${name}:${place}`,
        kind: "tile",
        n: { x: at(place), y, ...size, corner: 4 },
        style: "bed never",
      }),
    ),
    ...waiting.flatMap(({ item }, place) => tile(item, { x: at(place), y, ...size })),
  ];
}

function bar({ name, depth, capacity, waiting }: StageState, box: Plot, small: number): Mark[] {
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  const thin = Math.min(10, Math.max(4, height * 0.22));
  const y = box.bottom - thin;
  const share = depth / capacity;
  const row = Math.min(36, height - thin - 4);
  const middle = box.top + (height - thin - 4) / 2;
  const text = `${grouped(depth)} of ${grouped(capacity)}`;
  const size = Math.max(LEAST_TEXT, Math.min(small, row));
  const hasWords = row >= size;
  const room = hasWords ? Math.min(width * 0.5, size * 8) : 0;
  const pitch = Math.min(MOST_SLOT, Math.max(row * 1.15, 14));
  const seen = Math.max(0, Math.min(waiting.length, 8, Math.floor((width - room) / pitch)));
  return [
    {
      key: `bar:${name}`,
      kind: "rect",
      n: { x: box.left, y, w: width, h: thin, corner: thin / 2 },
      style: "bar",
    },
    {
      key: `bar:${name}:depth`,
      kind: "rect",
      n: { x: box.right - width * share, y, w: width * share, h: thin, corner: thin / 2 },
      style: `bar-fill${share > 0.9 ? " full" : ""}`,
    },
    ...line({
      key: `bar:${name}:text`,
      text: hasWords ? text : "",
      x: box.left,
      y: middle,
      size,
      room,
      style: "bold",
    }),
    ...waiting
      .slice(0, seen)
      .flatMap(({ item }, place) =>
        tile(item, { x: box.right - (place + 0.5) * pitch, y: middle, w: pitch * 0.88, h: row }),
      ),
  ];
}
