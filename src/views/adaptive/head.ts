import type { AdaptiveBufferState } from "../../engine/systems/backpressure/adaptive-buffer-state.ts";
import { grouped } from "../../engine/systems/grouped.ts";
import type { Mark } from "../../stage/mark.ts";
import { textWidth } from "../../stage/text-width.ts";
import { count } from "../parts/phrases.ts";
import { line } from "../parts/words.ts";
import type { Measures } from "./measures.ts";
import { MODE_WORDS } from "./modes.ts";

/** The mode, how often it has changed, the time, and what has become of the jobs. */
export function head(
  state: AdaptiveBufferState,
  { type, small, pad, width, head: y, counters }: Measures,
): Mark[] {
  const { mode, changes, time, lane } = state;
  const words = MODE_WORDS[mode];
  const clockRoom = textWidth("9,999.99 s", { size: small, mono: true });
  const changed = count(changes, "change");
  const changedRoom = textWidth(changed, { size: type, bold: true });
  const chip = textWidth(words.name, { size: type, bold: true }) + type * 1.2;
  const left = pad + chip + type * 0.6;
  const lost = lane.lost.all;
  return [
    {
      key: `mode:${mode}`,
      kind: "pill",
      n: { x: pad + chip / 2, y, w: chip, h: type * 1.6, size: type },
      style: `item strategy-${mode} bold`,
      text: words.name,
      enter: { opacity: 0 },
      leave: { opacity: 0 },
    },
    ...line({
      key: "does",
      text: words.does,
      x: left,
      y,
      size: type,
      room: width - pad - clockRoom - changedRoom - 2 * type - left,
      style: "muted",
    }),
    ...line({
      key: "changes",
      text: changed,
      x: width - pad - clockRoom - type * 0.6,
      y,
      size: type,
      room: changedRoom,
      style: "bold",
      anchor: "end",
    }),
    ...line({
      key: "clock",
      text: `${(time / 1_000).toFixed(2)} s`,
      x: width - pad,
      y,
      size: small,
      room: clockRoom,
      style: "mono muted",
      anchor: "end",
    }),
    ...(counters === null
      ? []
      : [
          ...line({
            key: "counters",
            text: `${grouped(lane.arrived)} came · ${grouped(lane.consumed)} done`,
            x: pad,
            y: counters,
            size: small,
            room: (width - 2 * pad) * 0.48,
            style: "muted",
          }),
          ...line({
            key: "lost",
            text: lost === 0 ? "none lost" : `${grouped(lost)} lost`,
            x: width - pad,
            y: counters,
            size: small,
            room: (width - 2 * pad) * 0.48,
            style: lost === 0 ? "good" : "bold bad",
            anchor: "end",
          }),
        ]),
  ];
}
