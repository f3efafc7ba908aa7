import { grouped } from "../../engine/systems/grouped.ts";
import type { Mark } from "../../stage/mark.ts";
import { textWidth } from "../../stage/text-width.ts";
import { LEAST_TEXT } from "../parts/words.ts";
import { groupSign, groupStyle } from "./hues.ts";
import type { Row } from "./row.ts";

/** How far each group has come: a full sign where it would start again, an open one where it reads. */
export function pinMarks(row: Row): Mark[] {
  const { state, lanes, index, scale, cells, numbered, plan, box } = row;
  const size = Math.max(LEAST_TEXT, plan.small - 1);
  const r = numbered ? 4.5 : 4;
  return lanes.flatMap((y, place): Mark[] => {
    const group = state.groups[place];
    const at = group?.positions.at(index);
    if (group === undefined || at === undefined) return [];
    const style = groupStyle(place);
    const key = `${group.id}:${index}`;
    // In one line for all, the signs of several groups at one place stand side by side.
    const aside = numbered ? 0 : (place - (lanes.length - 1) / 2) * 5;
    const on = (offset: number): number => Math.max(box.x + r + 1, scale.at(offset) - 0.5) + aside;
    const marks: Mark[] = [];
    const { committed, position } = at;
    const ahead = committed === null || position !== committed;
    const from = committed === null ? on(position) : on(committed);
    const to = on(position);
    const stem = (x: number): Mark => ({
      key: `stem:${key}`,
      kind: "line",
      n: { x, y: cells.y + cells.h + 2, x1: x, y1: y - r },
      style: `stem ${style}`,
    });
    if (numbered && y - r - cells.y - cells.h > 5) marks.push(stem(from));
    if (ahead && committed !== null) {
      marks.push({
        key: `read:${key}`,
        kind: "line",
        n: { x: from, y, x1: to, y1: y },
        style: `stem ${style}`,
      });
    }
    const sign = (what: string, x: number, open: boolean): Mark => ({
      key: `${what}:${key}`,
      kind: "path",
      n: { x, y },
      path: groupSign(place, r),
      style: `sign-of ${style}${open ? " open" : ""}`,
      subject: `group:${group.id}`,
    });
    if (ahead) marks.push(sign("position", to, true));
    if (committed !== null) marks.push(sign("committed", from, false));
    if (!numbered) return marks;
    const number = (what: string, value: number, x: number, anchor: "start" | "end"): Mark => ({
      key: `${what}:${key}:number`,
      kind: "text",
      n: { x: x + (anchor === "start" ? r + 3 : -r - 3), y, size },
      style: "mono haloed",
      text: grouped(value),
      anchor,
    });
    const width = (value: number): number => textWidth(grouped(value), { size, mono: true }) + 2 * r + 6;
    if (committed === null || !ahead) return [...marks, number("position", position, to, "start")];
    const [first, second] = from <= to ? [committed, position] : [position, committed];
    const [low, high] = [Math.min(from, to), Math.max(from, to)];
    marks.push(number("position", second, high, "start"));
    if (high - low > width(first) + r) marks.push(number("committed", first, low, "start"));
    else if (low - width(first) > scale.at(0) - 4) marks.push(number("committed", first, low, "end"));
    return marks;
  });
}
