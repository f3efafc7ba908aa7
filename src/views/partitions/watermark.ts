import type { Mark } from "../../stage/mark.ts";
import { textWidth } from "../../stage/text-width.ts";
import { LEAST_TEXT, line } from "../parts/words.ts";
import { LANE } from "./flight-places.ts";
import type { Row } from "./row.ts";

/** The high watermark: the first offset that nobody may read yet. */
export function watermark(row: Row): Mark[] {
  const {
    index,
    scale,
    cells,
    replica,
    plan,
    followers,
    right,
    box,
    plan: { wide },
  } = row;
  const x = scale.at(replica.highWatermark);
  const place = Math.max(box.x + 1, x - 0.5);
  const bottom = cells.y + cells.h + 4;
  const marks: Mark[] = [
    {
      key: `watermark:${index}`,
      kind: "line",
      n: { x: place, y: cells.y - 1, x1: place, y1: bottom },
      style: "watermark",
      subject: `watermark:${index}`,
    },
  ];
  const left =
    Math.max(scale.end, scale.at(replica.logEnd), followers.length > 0 ? scale.at(row.replica.logEnd) : 0) +
    (wide ? LANE + 4 : 7);
  const number = String(replica.highWatermark);
  const full = `high watermark ${number}`;
  const second = `watermark ${number}`;
  const room = right - left - 1;
  const widest = room / textWidth(second, { size: 1 });
  const size = Math.max(LEAST_TEXT, Math.min(plan.small - 1, widest));
  const y = cells.y + cells.h / 2;
  // Each wording is a thing of its own: on its way from one place to the other the longer one could leave the pane.
  const words = (wording: string, text: string, y: number): Mark[] =>
    line({ key: `watermark:${index}:${wording}`, text, x: left, y, size, room, style: "accent" });
  const fits = (text: string): boolean => textWidth(text, { size }) <= room;
  if (fits(full)) return [...marks, ...words("full", full, y)];
  if (widest >= LEAST_TEXT && cells.h >= 22) {
    return [
      ...marks,
      ...words("first", "high", y - size * 0.62),
      ...words("second", second, y + size * 0.62),
    ];
  }
  const short = `HW ${number}`;
  return [...marks, ...(fits(short) ? words("short", short, y) : words("number", number, y))];
}
