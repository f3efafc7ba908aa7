import type { AdaptiveBufferState } from "../../engine/systems/backpressure/adaptive-buffer-state.ts";
import { grouped } from "../../engine/systems/grouped.ts";
import type { Mark } from "../../stage/mark.ts";
import { textWidth } from "../../stage/text-width.ts";
import { line } from "../parts/words.ts";
import type { Measures } from "./measures.ts";

/** The buffer on the scale of its bound: the slots it has, the jobs in them, who waits in front, and what falls out. */
export function queue(
  { lane, bound, mode }: AdaptiveBufferState,
  { small, pad, width, queue: { y, high } }: Measures,
): Mark[] {
  const words = `${grouped(lane.depth)} of ${grouped(lane.capacity)} slots`;
  const end = textWidth("9,999 of 9,999 slots", { size: small });
  const front = textWidth("9,999 wait", { size: small, bold: true });
  const [left, right] = [pad + front + 6, width - pad - end - 8];
  const slot = (right - left) / bound;
  const start = right - slot * lane.capacity;
  const gap = Math.min(1.5, slot * 0.12);
  const hue = `strategy-${mode}`;
  const tall = high - 4;
  const marks: Mark[] = [
    {
      key: "bound",
      kind: "rect",
      n: { x: left, y: y - high / 2, w: right - left, h: high, corner: 3 },
      style: "bed never",
    },
    {
      key: "slots",
      kind: "rect",
      n: { x: start, y: y - high / 2, w: right - start, h: high, corner: 3 },
      style: "bed",
    },
    ...line({
      key: "depth",
      text: words,
      x: width - pad,
      y,
      size: small,
      room: end,
      anchor: "end",
      style: "mono",
    }),
  ];
  if (lane.outside > 0)
    marks.push(
      ...line({
        key: "outside",
        text: `${grouped(lane.outside)} wait`,
        x: left - 6,
        y,
        size: small,
        room: front,
        style: "bold write",
        anchor: "end",
      }),
    );
  if (slot < 3) {
    const full = slot * lane.depth;
    marks.push({
      key: "level",
      kind: "rect",
      n: { x: right - full, y: y - tall / 2, w: full, h: tall, corner: 2 },
      style: `item ${hue}`,
    });
  } else {
    for (let i = 0; i < lane.depth; i++) {
      const job = lane.slots.at((lane.tail + i) % lane.capacity);
      if (job === null || job === undefined) continue;
      marks.push({
        key: `job:${job}`,
        kind: "rect",
        n: { x: right - (i + 1) * slot + gap, y: y - tall / 2, w: slot - 2 * gap, h: tall, corner: 2 },
        style: `item ${hue}`,
        enter: { x: start - slot, opacity: 0 },
        leave: { x: right + 2, opacity: 0 },
      });
    }
  }
  const { losing } = lane;
  if (losing !== null) {
    const side = Math.max(4, Math.min(slot - 2 * gap, tall));
    const x = losing.how === "evicted" ? right - side : start - side - 2;
    marks.push({
      key: `job:${losing.job}`,
      kind: "rect",
      n: { x, y: y + high * 0.3, w: side, h: tall, corner: 2 },
      style: "item dying",
      enter: { y: y - tall / 2 },
      leave: { y: y + high, opacity: 0 },
    });
  }
  return marks;
}
