import { grouped } from "../../engine/systems/grouped.ts";
import type { LogState } from "../../engine/systems/log/log-state.ts";
import type { Mark } from "../../stage/mark.ts";
import { textWidth } from "../../stage/text-width.ts";
import { count } from "../parts/phrases.ts";
import { LEAST_TEXT, line } from "../parts/words.ts";
import { span, volume } from "./amounts.ts";
import { groupSign, groupStyle } from "./hues.ts";
import type { Plan } from "./plan.ts";
import { LANES } from "./row.ts";
import { wording } from "./text.ts";

/** What topic it is, which sign stands for which group, and what time it is. */
export function header(state: LogState, { header: box, small, type, wide }: Plan): Mark[] {
  const y = box.y + box.h / 2;
  const size = Math.max(LEAST_TEXT, small);
  const clock = clockText(state.time);
  const clockWidth = textWidth(clock, { size, mono: true });
  let right = box.x + box.w;
  const marks: Mark[] = [
    { key: "clock", kind: "text", n: { x: right, y, size }, style: "mono muted", text: clock, anchor: "end" },
  ];
  right -= clockWidth + 16;
  for (const [place, { id }] of [...state.groups.slice(0, LANES).entries()].reverse()) {
    const text = wide ? `group ${id}` : id;
    const width = textWidth(text, { size });
    if (right - width - 24 < box.x + box.w * 0.42) break;
    const style = groupStyle(place);
    marks.push(
      { key: `legend:${id}`, kind: "text", n: { x: right, y, size }, style: "muted", text, anchor: "end" },
      {
        key: `legend:${id}:sign`,
        kind: "path",
        n: { x: right - width - 10, y },
        path: groupSign(place, 5),
        style: `sign-of ${style}`,
      },
    );
    right -= width + 32;
  }
  const { topic, partitions, replication, retention } = state;
  const many = count(partitions.length, "partition");
  const titles = [`topic ${topic} · ${many} · replication ${replication}`, `${topic} · ${many}`, topic];
  const room = right - box.x - 8;
  const title = wording({
    key: "title",
    texts: titles,
    x: box.x,
    y,
    size: wide ? type : size + 0.5,
    room,
    style: "bold",
  });
  const used = textWidth(title[0]?.text ?? "", { size: title[0]?.n.size ?? size, bold: true }) + 14;
  const keeps = retentionWords(retention);
  const left = room - used;
  const note =
    wide && textWidth(keeps, { size }) <= left
      ? line({ key: "keeps", text: keeps, x: box.x + used, y, size, room: left, style: "muted" })
      : [];
  return [...title, ...note, ...marks];
}

/** How much of the past is kept. */
export function retentionWords({ ms, bytes, compact }: LogState["retention"]): string {
  if (compact) return "keeps the last value of each key";
  if (ms === null && bytes === null) return "keeps everything";
  return `keeps ${[...(ms === null ? [] : [span(ms)]), ...(bytes === null ? [] : [volume(bytes)])].join(", ")}`;
}

function clockText(time: number): string {
  return time < 100_000 ? `${grouped(Math.round(time * 10) / 10)} ms` : span(time);
}
