import { grouped } from "../../engine/systems/grouped.ts";
import type { Mark } from "../../stage/mark.ts";
import { LEAST_TEXT } from "../parts/words.ts";
import type { Row } from "./row.ts";
import { wording } from "./text.ts";

/** A partition alone as what it comes from: a tape with a window over it, whose left end retention moves. */
export function windowMarks(row: Row): Mark[] {
  const { scale, cells, replica, plan, ghosts, windowed, index } = row;
  if (!windowed) return [];
  const { logStart, logEnd } = replica;
  const w = scale.pitch - 4;
  const y = cells.y + cells.h / 2;
  const first = logStart - ghosts;
  const start = scale.open[0] ?? { x0: scale.at(logStart) };
  const from = scale.folded?.x0 ?? start.x0;
  const gone = Array.from({ length: ghosts }, (_, place): Mark[] => {
    const offset = first + place;
    const x = from - 8 - (ghosts - place - 0.5) * scale.pitch;
    const enter = { x: x + scale.pitch * 3, opacity: 0 };
    const leave = { x: x - scale.pitch, opacity: 0 };
    const key = `gone:${index}:${offset}`;
    return [
      {
        key,
        kind: "tile",
        n: { x, y, w, h: cells.h - 8, k: 0, gap: 0, corner: 6 },
        style: "cell overwritten",
        enter,
        leave,
      },
      {
        key: `${key}:offset`,
        kind: "text",
        n: { x, y, size: Math.max(LEAST_TEXT, plan.small) },
        style: "mono number overwritten",
        text: grouped(offset),
        enter,
        leave,
      },
    ];
  }).flat();
  const below = row.floor + 8;
  const size = Math.max(LEAST_TEXT, plan.small);
  const left = from - 8 - ghosts * scale.pitch;
  const span = logEnd === logStart ? "nothing yet" : `${grouped(logStart)} … ${grouped(logEnd - 1)}`;
  return [
    ...gone,
    {
      key: `window:${index}`,
      kind: "path",
      n: { x: 0, y: 0 },
      path: `M${from} ${below - 4}V${below}H${scale.end}V${below - 4}`,
      style: "brace accent",
    },
    ...wording({
      key: `window:${index}:words`,
      texts: [`what the log remembers: ${span}`, `remembered: ${span}`, span],
      x: from + 2,
      y: below + size,
      size,
      room: Math.max(scale.end - from, 210),
      style: "bold accent",
    }),
    ...(ghosts === 0
      ? []
      : wording({
          key: `window:${index}:gone`,
          texts: ["gone forever", "gone"],
          x: (left + from - 8) / 2,
          y: below + size,
          size,
          room: ghosts * scale.pitch,
          style: "muted",
          anchor: "middle",
        })),
  ];
}
