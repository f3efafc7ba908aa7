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
  const number = String(replica.highWatermark);
  const full = `high watermark ${number}`;
  const second = `watermark ${number}`;
  const room = right - left - 1;
  const widest = room / textWidth(second, { size: 1 });
  const size = Math.max(LEAST_TEXT, Math.min(plan.small - 1, widest));
  const y = cells.y + cells.h / 2;
  const key = `watermark:${index}:number`;
  if (textWidth(full, { size }) > room && widest >= LEAST_TEXT && cells.h >= 22) {
    const text = { size, room, x: left, style: "accent" };
    return [
      ...marks,
      ...line({ ...text, key: `${key}:of`, text: "high", y: y - size * 0.62 }),
      ...line({ ...text, key, text: second, y: y + size * 0.62 }),
    ];
  }
  const texts = [full, `HW ${number}`, number];
  return [...marks, ...wording({ key, texts, x: left, y, size, room, style: "accent" })];
}
