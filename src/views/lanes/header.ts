import { capital } from "../../engine/comparison/capital.ts";
import { grouped } from "../../engine/systems/grouped.ts";
import type { Mark } from "../../stage/mark.ts";
import { textWidth } from "../../stage/text-width.ts";
import { line } from "../parts/words.ts";
import type { Lanes } from "./lane.ts";
import { ms } from "./time-words.ts";

/** The line at the top: how many there are on either side, and between them the time, or that nobody will ever move again. */
export function header({ state, places, threads }: Lanes): Mark[] {
  const { small, body } = places.type;
  const { left, right, header: y } = places;
  const [p, c] = [threads.producer.length, threads.consumer.length];
  const sides = [
    {
      key: "producers",
      text: `${grouped(p)} producer${p === 1 ? "" : "s"}`,
      x: left,
      anchor: "start" as const,
    },
    {
      key: "consumers",
      text: `${grouped(c)} consumer${c === 1 ? "" : "s"}`,
      x: right,
      anchor: "end" as const,
    },
  ];
  const widest = Math.max(...sides.map(({ text }) => textWidth(text, { size: small })));
  const room = right - left - 2 * widest - 16;
  const words =
    state.asleep === null
      ? `time ${ms(state.time)}`
      : `${capital(state.asleep)}. Nobody will ever move again.`;
  const short = state.asleep === null ? ms(state.time) : capital(state.asleep);
  const size = state.asleep === null ? small : body;
  const bold = state.asleep !== null;
  const text = textWidth(words, { size, bold }) <= room ? words : short;
  return [
    ...sides.map(
      (side): Mark => ({
        key: side.key,
        kind: "text",
        n: { x: side.x, y, size: small },
        style: "muted",
        text: side.text,
        anchor: side.anchor,
      }),
    ),
    ...line({
      key: bold ? "asleep" : "time",
      text,
      x: (left + right) / 2,
      y,
      size,
      room,
      style: bold ? "bold bad" : "muted",
      anchor: "middle",
    }),
  ];
}
