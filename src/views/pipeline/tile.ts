import type { FlowItem } from "../../engine/systems/failures/failure-state.ts";
import type { Mark } from "../../stage/mark.ts";
import { textWidth } from "../../stage/text-width.ts";
import { LEAST_TEXT } from "../parts/words.ts";

/** Where an item is drawn, in px: its middle and its sides. */
export interface Seat {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** An item, with its name where there is room for it. */
export function tile({ id, name, hue }: FlowItem, seat: Seat, style = ""): Mark[] {
  const { x, y, w, h } = seat;
  const subject = `item:${id}`;
  const shape: Mark = {
    key: `item:${id}`,
    kind: "tile",
    n: { ...seat, corner: Math.min(4, w / 4) },
    style: `item hue-${hue}${style}`,
    subject,
  };
  const size = Math.min(12, h * 0.5, ((w - 4) * 12) / textWidth(name, { size: 12, mono: true }));
  if (size < LEAST_TEXT) return [shape];
  return [
    shape,
    {
      key: `item:${id}:name`,
      kind: "text",
      n: { x, y, size },
      style: "mono item-text",
      text: name,
      anchor: "middle",
      subject,
    },
  ];
}
