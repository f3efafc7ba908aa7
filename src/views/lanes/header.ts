import { capital } from "../../engine/comparison/capital.ts";
import type { Mark } from "../../stage/mark.ts";
import { textWidth } from "../../stage/text-width.ts";
import { fitting } from "../parts/fitting.ts";
import { count } from "../parts/phrases.ts";
import { line } from "../parts/words.ts";
import type { Lanes } from "./lane.ts";
import type { SidePlaces } from "./side-places.ts";
import { ms } from "./time-words.ts";

/** The line at the top: the time, or that nobody will ever move again; and above either side how many there are. */
export function header(lanes: Lanes): Mark[] {
  const { state, places, threads } = lanes;
  const { small } = places.type;
  const { left, right } = places;
  const producers = threads.producer.filter(({ role }) => role === "producer");
  const headings = [
    { key: "producers", text: count(producers.length, "producer"), x: left, anchor: "start" as const },
    { key: "consumers", text: count(threads.consumer.length, "consumer"), x: right, anchor: "end" as const },
  ];
  const widest = Math.max(...headings.map(({ text }) => textWidth(text, { size: small })));
  const ys = [headingY(places.producers, lanes), headingY(places.consumers, lanes)];
  const shared = ys.some((y) => y === places.header);
  const room = right - left - (shared ? 2 * widest + 16 : 0);
  return [
    ...(state.asleep !== null ? alarm(lanes, state.asleep) : state.timed ? time(lanes, room) : []),
    ...headings.flatMap((heading, index): Mark[] => {
      const y = ys[index] ?? 0;
      // Where nobody will ever move again, that is what the line is for.
      if (state.asleep !== null && y === places.header) return [];
      return line({ ...heading, y, size: small, room: widest + 1, style: "muted" });
    }),
  ];
}

/** Right above its cards where there is room, else in the line at the top. */
function headingY({ manner, slots }: SidePlaces, { places }: Lanes): number {
  const { small } = places.type;
  const above = (slots[0]?.y ?? 0) - small;
  return manner !== "crowd" && above >= places.header + small * 1.6 ? above : places.header;
}

function time({ state, places }: Lanes, room: number): Mark[] {
  const { small } = places.type;
  const text = fitting([`time ${ms(state.time)}`, ms(state.time)], room, { size: small });
  const x = (places.left + places.right) / 2;
  return line({
    key: "time",
    text,
    x,
    y: places.header,
    size: small,
    room,
    style: "muted",
    anchor: "middle",
  });
}

function alarm({ places }: Lanes, asleep: string): Mark[] {
  const { body, small } = places.type;
  const { left, right, header: y } = places;
  const room = right - left - small;
  const words = capital(asleep);
  const variants = [`${words}. Nobody will ever move again.`, `${words}.`];
  const set = [body, small].map((size) => ({ size, text: fitting(variants, room, { size, bold: true }) }));
  const { size, text } = set.find(({ size, text }) => textWidth(text, { size, bold: true }) <= room) ?? {
    size: small,
    text: fitting(
      [...variants, "Everyone is waiting. Nobody will ever move again.", "Everyone is waiting."],
      room,
      { size: small, bold: true },
    ),
  };
  const w = Math.min(right - left, textWidth(text, { size, bold: true }) + small * 2);
  const x = (left + right) / 2;
  const h = small * 1.6;
  return [
    {
      key: "asleep:ground",
      kind: "rect",
      n: { x: x - w / 2, y: y - h / 2, w, h, corner: h / 2 },
      style: "alarm",
    },
    ...line({ key: "asleep", text, x, y, size, room, style: "bold bad", anchor: "middle" }),
  ];
}
