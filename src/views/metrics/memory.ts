import { grouped } from "../../engine/systems/grouped.ts";
import type { MetricsWindowState } from "../../engine/systems/window/metrics-window-state.ts";
import type { Mark } from "../../stage/mark.ts";
import { hueOf } from "../parts/content.ts";
import { count } from "../parts/phrases.ts";
import { line } from "../parts/words.ts";

/** The ring as it lies in memory: a bar of all slots, this lap's before the head and the last lap's after it. */
export function memory(
  { capacity, head, size, totalWritten }: MetricsWindowState,
  { left, right, top }: { readonly left: number; readonly right: number; readonly top: number },
  type: number,
): Mark[] {
  const [y, h] = [top + type * 0.8, type * 0.8];
  const x = (slot: number) => left + ((right - left) * slot) / capacity;
  const part = (key: string, from: number, until: number, style: string): Mark[] =>
    until > from
      ? [{ key: `memory:${key}`, kind: "rect", n: { x: x(from), y, w: x(until) - x(from), h }, style }]
      : [];
  const lap = totalWritten - head;
  const foot = y + h;
  const before = head > capacity / 2;
  return [
    ...part("empty", size < capacity ? head : capacity, capacity, "bed never"),
    ...part("last lap", size < capacity ? capacity : head, capacity, `item ${hueOf(lap - 1, capacity)}`),
    ...part("this lap", 0, head, `item ${hueOf(lap, capacity)}`),
    {
      key: "memory:head",
      kind: "arrow",
      n: { x: x(head), y: foot + type * 1.3, x1: x(head), y1: foot + 1 },
      style: "pointer write",
    },
    ...line({
      key: `memory:head:word:${before}`,
      text: "head",
      x: x(head) + (before ? -1 : 1) * type * 0.7,
      y: foot + type * 0.85,
      size: type,
      room: right - left,
      style: "bold write",
      anchor: before ? "end" : "start",
    }),
    ...line({
      key: "memory:text",
      text: `in memory: ${count(capacity, "slot")}`,
      x: left,
      y: top,
      size: type,
      room: (right - left) * 0.54,
      style: "muted",
    }),
    ...line({
      key: "remembered",
      text: size === 0 ? "" : `${grouped(size)} s remembered`,
      x: right,
      y: top,
      size: type,
      room: (right - left) * 0.44,
      style: "accent",
      anchor: "end",
    }),
  ];
}
