import { grouped } from "../../engine/systems/grouped.ts";
import type { LogState } from "../../engine/systems/log/log-state.ts";
import type { Mark } from "../../stage/mark.ts";
import { textWidth } from "../../stage/text-width.ts";
import { LEAST_TEXT, line } from "../parts/words.ts";
import { groupSign, groupStyle } from "./hues.ts";
import { LANES, type Row } from "./row.ts";

/** A full bar is a lag of at least so many records, so that one record is not a full bar. */
const FULL = 10;

/** How far each group is behind in a partition. */
export function lagMarks(row: Row): Mark[] {
  return row.plan.wide ? bars(row) : numbers(row);
}

function bars({ state, index, lag, plan }: Row): Mark[] {
  const most = mostLag(state);
  const size = Math.max(LEAST_TEXT, plan.small - 0.5);
  const shown = state.groups.slice(0, LANES);
  const pitch = Math.max(size + 3, Math.min(22, lag.h / Math.max(1, shown.length)));
  const top = lag.y + lag.h / 2 - (pitch * (shown.length - 1)) / 2;
  const words = textWidth("lag 1,000", { size });
  const left = lag.x + 16;
  const width = lag.w - 16 - words - 8;
  return shown.flatMap((group, place): Mark[] => {
    const behind = group.positions.at(index)?.lag ?? 0;
    const y = top + place * pitch;
    const key = `lag:${group.id}:${index}`;
    const style = groupStyle(place);
    const text = line({
      key: `${key}:words`,
      text: `lag ${grouped(behind)}`,
      x: lag.x + lag.w - words,
      y,
      size,
      room: words,
      style: behind > 0 ? "" : "muted",
    });
    const sign: Mark = {
      key: `${key}:sign`,
      kind: "path",
      n: { x: lag.x + 6, y },
      path: groupSign(place, 4),
      style: `sign-of ${style}`,
    };
    if (width < 16) return [sign, ...text];
    const h = 6;
    const n = { x: left, y: y - h / 2, h, corner: 3 };
    return [
      sign,
      { key: `${key}:whole`, kind: "rect", n: { ...n, w: width }, style: "bar" },
      {
        key: `${key}:bar`,
        kind: "rect",
        n: { ...n, w: behind === 0 ? 0 : Math.max(5, (width * behind) / most) },
        style: `lag ${style}`,
      },
      ...text,
    ];
  });
}

/** In the line above a log: the signs and numbers, from the right. */
function numbers({ state, index, lag, plan }: Row): Mark[] {
  const size = Math.max(LEAST_TEXT, plan.small - 0.5);
  let x = lag.x + lag.w;
  const marks: Mark[] = [];
  for (const [place, group] of [...state.groups.slice(0, LANES).entries()].reverse()) {
    const text = grouped(group.positions.at(index)?.lag ?? 0);
    const key = `lag:${group.id}:${index}`;
    const width = textWidth(text, { size, mono: true });
    const y = lag.y + lag.h / 2;
    marks.push({ key: `${key}:words`, kind: "text", n: { x, y, size }, style: "mono", text, anchor: "end" });
    marks.push({
      key: `${key}:sign`,
      kind: "path",
      n: { x: x - width - 7, y },
      path: groupSign(place, 3.5),
      style: `sign-of ${groupStyle(place)}`,
    });
    x -= width + 20;
  }
  marks.push({
    key: `lag:${index}`,
    kind: "text",
    n: { x: x + 2, y: lag.y + lag.h / 2, size },
    style: "muted",
    text: "lag",
    anchor: "end",
  });
  return state.groups.length === 0 ? [] : marks;
}

/** So much of the line above a log is taken by lags, in px. */
export function lagRoom({ state, index, plan }: Row): number {
  if (plan.wide || state.groups.length === 0) return 0;
  const size = Math.max(LEAST_TEXT, plan.small - 0.5);
  const each = state.groups
    .slice(0, LANES)
    .map((group) => textWidth(grouped(group.positions.at(index)?.lag ?? 0), { size, mono: true }) + 20);
  return each.reduce((sum, width) => sum + width, 0) + textWidth("lag", { size }) + 4;
}

/** The longest bar of all that are on show, in records. */
function mostLag(state: LogState): number {
  let most = FULL;
  if (state.partitions.length > 64) return 1_000;
  for (const group of state.groups) for (const { lag } of group.positions) most = Math.max(most, lag);
  return most;
}
