import type { Mark } from "../../stage/mark.ts";
import { textWidth } from "../../stage/text-width.ts";
import { fitting, set } from "../parts/fitting.ts";
import { line } from "../parts/words.ts";
import { hueOf } from "./hues.ts";
import type { Lane, Lanes } from "./lane.ts";
import { clamp } from "./places.ts";
import { signs } from "./signs.ts";
import { threadName, titles, waysToSay } from "./thread-words.ts";
import { progress } from "./time-words.ts";

/** Everyone that is drawn by themselves: a card or a row each. */
export function threadMarks(lanes: Lanes): Mark[] {
  return lanes.lanes.flatMap((lane) => [
    box(lanes, lane),
    ...(lane.card ? cardWords(lanes, lane) : rowWords(lanes, lane)),
    ...progressMarks(lanes, lane),
  ]);
}

/** So many lines a card has for what its thread is at. */
const MOST_LINES = 3;

const OVER = new Set(["finished", "killed", "failed"]);

function stateStyle({ state }: Lanes, { thread }: Lane): string {
  const moved = thread.name === state.moved ? " moved" : "";
  return `${thread.activity}${thread.canMove ? " can-move" : ""}${moved}`;
}

function box(lanes: Lanes, lane: Lane): Mark {
  const { thread, box, card } = lane;
  return {
    key: `thread:${thread.name}`,
    kind: "rect",
    n: { ...box, corner: card ? Math.min(12, box.h * 0.2) : 5 },
    style: `thread ${stateStyle(lanes, lane)}`,
    subject: `thread:${thread.name}`,
    action: { name: threadName(lanes.state, thread), pick: "thread", value: thread.name },
  };
}

function cardWords(lanes: Lanes, lane: Lane): Mark[] {
  const { thread, box, ring, side, hand } = lane;
  const { body, small, item } = lanes.places.type;
  const inset = Math.min(12, box.w * 0.07);
  const start = ring === null ? box.x + inset : box.x + 2 * ring + 18;
  const end = box.x + box.w - inset;
  const inside = ring === null && !side.outside;
  const consumer = inside && thread.role === "consumer";
  const title = {
    from: consumer ? start + item.w + 4 : start,
    to: inside && !consumer ? end - item.w - 4 : end,
  };
  const bar = ring === null && progress(thread, lanes.state.time) !== undefined ? 11 : 0;
  const head = inside ? hand.y + hand.h / 2 - box.y : body * 1.5;
  const most = clamp(1, Math.floor((box.h - bar - head - 6) / (small * 1.3)), MOST_LINES);
  const { size, lines: words } = set(waysToSay(thread), end - start, small, most);
  const text = body * 1.35 + words.length * small * 1.3;
  const top = box.y + Math.max(inside ? 5 : 3, (box.h - bar - text) / 2);
  const name = thread.name;
  const shown = fitting(titles(thread), title.to - title.from, { size: body, bold: true });
  const marks = line({
    key: `name:${name}`,
    text: shown,
    x: title.from,
    y: inside ? hand.y : top + body * 0.65,
    size: body,
    room: title.to - title.from,
    style: `bold${thread.activity === "killed" ? " strike" : ""}${OVER.has(thread.activity) ? " muted" : ""}`,
  });
  const after = title.from + textWidth(shown, { size: body, bold: true }) + body * 0.5;
  const sign = { x: after, y: inside ? hand.y : top + body * 0.65, room: title.to - after };
  const below = inside ? hand.y + hand.h / 2 + small * 0.85 : top + body * 1.35 + small * 0.65;
  return [
    ...marks,
    ...signs(lanes, lane, sign, body),
    // Also the lines that are empty: all of a text that changes must change at the same time.
    ...Array.from({ length: MOST_LINES }, (_, i) =>
      line({
        key: `doing:${name}${i === 0 ? "" : `:${i}`}`,
        text: words[i] ?? "",
        x: start,
        y: below + i * small * 1.3,
        size,
        room: end - start,
        style: `doing ${thread.activity}`,
      }),
    ).flat(),
  ];
}

function rowWords(lanes: Lanes, lane: Lane): Mark[] {
  const { thread, box } = lane;
  const { small, item } = lanes.places.type;
  const y = box.y + box.h / 2 - 0.5;
  const consumer = thread.role === "consumer";
  const start = box.x + 5 + (consumer ? item.w + 2 : 0);
  const end = box.x + box.w - 4 - (consumer ? 0 : item.w + 3);
  const after = start + textWidth(thread.name, { size: small, bold: true }) + small * 0.45;
  const signed = signs(lanes, lane, { x: after, y, room: end - after }, small);
  const from = after + signed.length * small * 1.1;
  return [
    ...line({
      key: `name:${thread.name}`,
      text: thread.name,
      x: start,
      y,
      size: small,
      room: end - start,
      style: `bold${thread.activity === "killed" ? " strike" : ""}${OVER.has(thread.activity) ? " muted" : ""}`,
    }),
    ...signed,
    ...line({
      key: `doing:${thread.name}`,
      text: fitting([...waysToSay(thread), ""], end - from, { size: small }),
      x: from,
      y,
      size: small,
      room: end - from,
      style: `doing ${thread.activity}`,
    }),
  ];
}

function progressMarks(lanes: Lanes, { thread, side, box, card, ring, hand }: Lane): Mark[] {
  const share = progress(thread, lanes.state.time);
  const { name } = thread;
  const style = `${thread.activity} ${thread.role === "producer" ? hueOf(name) : ""}`;
  if (ring !== null) {
    const round = { cx: hand.x, cy: hand.y, r0: ring - 4, r1: ring, a0: 0 };
    return [
      { key: `whole:${name}`, kind: "arc", n: { ...round, a1: 2 * Math.PI }, style: "progress whole" },
      {
        key: `done:${name}`,
        kind: "arc",
        n: { ...round, a1: 2 * Math.PI * (share ?? 0) },
        style: `progress ${style}`,
      },
    ];
  }
  const inset = card ? Math.min(12, box.w * 0.07) : 5;
  const h = card ? 5 : 2;
  const beside = card ? 0 : lanes.places.type.item.w;
  const from = side.role === "producer" ? 0 : beside;
  const bar = { x: box.x + inset + from, y: box.y + box.h - h - (card ? 5 : 1.5), h, corner: h / 2 };
  const w = box.w - 2 * inset - beside;
  if (share === undefined || (!card && box.h < 17)) return [];
  return [
    { key: `whole:${name}`, kind: "rect", n: { ...bar, w }, style: "progress whole" },
    { key: `done:${name}`, kind: "rect", n: { ...bar, w: w * share }, style: `progress ${style}` },
  ];
}
