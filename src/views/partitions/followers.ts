import type { Mark } from "../../stage/mark.ts";
import { LEAST_TEXT } from "../parts/words.ts";
import { recordKey } from "./cells.ts";
import { LANE } from "./flight-places.ts";
import { hueOf } from "./hues.ts";
import type { Row } from "./row.ts";
import { wording } from "./text.ts";

/** The followers beneath their leader, offset by offset: what each has, and what it does not have yet. */
export function followerMarks(row: Row): Mark[] {
  return row.followers.flatMap((follower) => followerRow(row, follower));
}

function followerRow(row: Row, { replica, y, h }: Row["followers"][number]): Mark[] {
  const { index, scale, replica: leader, plan, right } = row;
  const { broker, logEnd, role, inSync } = replica;
  const middle = y + h / 2;
  const w = scale.pitch - 3;
  const offline = role === "offline" ? " offline" : "";
  const size = Math.max(LEAST_TEXT, plan.small - 2);
  const legible = h >= LEAST_TEXT + 2 && w >= String(logEnd).length * size * 0.6 + 2;
  const at = new Map(
    scale.open.flatMap(({ cells }) =>
      cells.map(({ entry, x }) => [entry.offset, { x, id: entry.record.id }] as const),
    ),
  );
  const from = scale.open.flatMap(({ cells }) => cells)[0]?.entry.offset ?? leader.logEnd;
  const marks: Mark[] = [];
  for (const segment of replica.segments) {
    const last = segment.records.at(segment.records.length - 1);
    if (last === undefined || last.offset < from) continue;
    for (const { offset, record } of segment.records) {
      if (offset < from || offset >= scale.limit) continue;
      const x = at.get(offset)?.x ?? scale.at(offset) + scale.pitch / 2;
      const differs = offset >= leader.logEnd || (at.get(offset)?.id ?? record.id) !== record.id;
      const key = recordKey(record.id, broker);
      // Cut off it falls, removed it goes to the left, as the leader's own.
      const leave =
        offset < leader.highWatermark
          ? { x: Math.max(row.box.x + w / 2, x - 2 * scale.pitch), opacity: 0 }
          : { y: middle + h, opacity: 0 };
      marks.push({
        key,
        kind: "tile",
        n: { x, y: middle, w, h, k: 0, gap: 0, corner: 4 },
        style: `item record copy ${hueOf(record.key)}${differs ? " diverged" : ""}${offline}`,
        subject: `record:${record.id}`,
        enter: { y: middle - h, opacity: 0 },
        leave,
      });
      if (legible) {
        const n = { x, y: middle, size };
        marks.push({
          key: `${key}:offset`,
          kind: "text",
          n,
          style: "mono muted",
          text: String(offset),
          leave,
        });
      }
    }
  }
  // What it does not have yet.
  for (const [offset, { x }] of at) {
    if (offset < logEnd) continue;
    const n = { x, y: middle, w, h, k: 0, gap: 0, corner: 4 };
    marks.push({ key: `missing:${index}:${broker}:${offset}`, kind: "tile", n, style: "bed never" });
  }
  const behind = leader.logEnd - logEnd;
  const down = role === "offline";
  const more = logEnd - leader.logEnd;
  const words = down
    ? [`broker ${broker}: down`, `${broker}: down`]
    : behind > 0
      ? [`broker ${broker}: −${behind}`, `${broker}: −${behind}`]
      : more > 0
        ? [`broker ${broker}: +${more}`, `${broker}: +${more}`]
        : inSync
          ? [`broker ${broker}`, `${broker}`]
          : [`${broker}: not in sync`, `${broker}: out`];
  const ends = row.followers.map((other) => scale.at(other.replica.logEnd));
  // Behind what is on its way to it.
  const x = Math.max(scale.end, ...ends) + LANE + (plan.wide ? 4 : -1);
  return [
    ...marks,
    ...wording({
      key: `follower:${index}:${broker}`,
      texts: words,
      x,
      y: middle,
      size,
      room: right - x - 1,
      style: down || !inSync ? "bad" : "muted",
    }),
  ];
}
