import type { Mark } from "../../stage/mark.ts";
import { LEAST_TEXT } from "../parts/words.ts";
import type { Row } from "./row.ts";

/** A binary search through the sparse index: its probes in the order they were made, and what was looked for. */
export function lookupMarks({ state, index, scale, cells, box, replica }: Row): Mark[] {
  const marks: Mark[] = [];
  const { lookup } = state;
  if (lookup === null || lookup.partition !== index) return marks;
  for (const { segment } of scale.open) {
    for (const { offset } of segment.index) {
      const x = scale.at(offset) + 1;
      const n = { x, y: cells.y + cells.h - 3, x1: x + scale.pitch * 0.45, y1: cells.y + cells.h - 3 };
      marks.push({
        key: `index:${index}:${segment.base}:${offset}`,
        kind: "line",
        n,
        style: "index-entry",
        leave: { opacity: 0 },
      });
    }
  }
  const asked = Math.max(replica.logStart, Math.min(replica.logEnd, lookup.offset));
  const x = scale.at(asked) + scale.pitch / 2;
  const n = { x, y: cells.y + cells.h / 2, w: scale.pitch, h: cells.h - 4, k: 0, gap: 0, corner: 6 };
  marks.push({ key: "lookup:asked", kind: "tile", n, style: "slot seen" });
  const r = Math.min(7.5, scale.pitch * 0.3);
  const taken = new Map<number, number>();
  for (const [place, offset] of lookup.probes.entries()) {
    const before = taken.get(offset) ?? 0;
    taken.set(offset, before + 1);
    const at = Math.max(box.x + r, scale.at(offset) + r + before * 2.2 * r);
    const pill = { x: at, y: cells.y - r - 2, w: 2 * r, h: 2 * r, size: LEAST_TEXT };
    marks.push({
      key: `probe:${place}`,
      kind: "pill",
      n: pill,
      style: "probe mono",
      text: String(place + 1),
    });
  }
  return marks;
}
