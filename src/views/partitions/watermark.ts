import type { Mark } from "../../stage/mark.ts";
import { textWidth } from "../../stage/text-width.ts";
import { LEAST_TEXT, line } from "../parts/words.ts";
import { LANE } from "./flight-places.ts";
import type { Row } from "./row.ts";
import { wording } from "./text.ts";

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
  const size = Math.max(LEAST_TEXT, plan.small - 1);
  const number = String(replica.highWatermark);
  const y = cells.y + cells.h / 2;
  const room = right - left - 1;
  const two = cells.h >= 22 && textWidth(`mark ${number}`, { size }) <= room;
  const key = `watermark:${index}:number`;
  const full = `high watermark ${number}`;
  if (two && textWidth("high water", { size }) <= room) {
    const text = { size, room, x: left, style: "accent" };
    return [
      ...marks,
      ...line({ ...text, key: `${key}:of`, text: "high water", y: y - size * 0.62 }),
      ...line({ ...text, key, text: `mark ${number}`, y: y + size * 0.62 }),
    ];
  }
  const texts = [full, `HW ${number}`, number];
  return [...marks, ...wording({ key, texts, x: left, y, size, room, style: "accent" })];
}
