import type { LanesState } from "../../engine/systems/lanes/lanes-state.ts";
import type { Mark } from "../../stage/mark.ts";
import { textWidth } from "../../stage/text-width.ts";
import { fitting } from "../parts/fitting.ts";
import { line } from "../parts/words.ts";
import type { Lanes } from "./lane.ts";
import type { Rect, Type } from "./places.ts";
import { lockOutline } from "./signs.ts";
import { inColumn, inRow, type Room } from "./waiters.ts";

/** Both waiting rooms and the lock: who is there, longest waiting first. */
export function rooms(lanes: Lanes): Mark[] {
  const { state, places, threads } = lanes;
  const { box, strip } = places.rooms;
  const { type } = places;
  const byName = new Map([...threads.producer, ...threads.consumer].map((thread) => [thread.name, thread]));
  const gap = strip ? 5 : type.pad * 0.8;
  const lockHeight = strip ? box.h : type.small * 2.5;
  const w = (box.w - (strip ? 2 : 1) * gap) / (strip ? 3 : 2);
  const h = strip ? box.h : box.h - lockHeight - gap * 0.7;
  const rooms = [
    { room: "notFull" as const, at: { x: box.x, y: box.y, w, h } },
    { room: "notEmpty" as const, at: { x: box.x + w + gap, y: box.y, w, h } },
  ];
  const free = w - 1.4 * type.small;
  const fits = (text: string): boolean => textWidth(text, { size: type.small }) <= free;
  // Both in the same form, the longest that has room.
  const form = Math.max(
    ...rooms.map(({ room }) => TITLES[room].findIndex((text) => text === room || fits(text))),
  );
  return [
    ...rooms.flatMap(({ room, at }) => {
      const list = below(at, type, strip);
      return [
        ...frame(state, room, at),
        ...title(TITLES[room][form] ?? room, room, at, type, strip),
        ...inColumn(state, room, list, type, byName),
      ];
    }),
    ...lock(
      lanes,
      strip
        ? { x: box.x + 2 * (w + gap), y: box.y, w, h }
        : { x: box.x, y: box.y + h + gap * 0.7, w: box.w, h: lockHeight },
    ),
  ];
}

const TITLES = {
  notFull: ["notFull · waits for room", "notFull · for room", "notFull"],
  notEmpty: ["notEmpty · waits for an item", "notEmpty · for an item", "notEmpty"],
} as const;

function frame(state: LanesState, room: Room, at: Rect): Mark[] {
  const style = `room${state.crowd[room] > 0 ? " peopled" : ""}`;
  return [{ key: `room:${room}`, kind: "rect", n: { ...at, corner: 8 }, style }];
}

/** The space for names below a title. */
function below(at: Rect, { small }: Type, strip: boolean): Rect {
  const top = small * (strip ? 1.5 : 1.75) + 2;
  return {
    x: at.x + small * 0.7,
    y: at.y + top,
    w: at.w - 1.4 * small,
    h: at.h - top - (strip ? 1 : small * 0.4),
  };
}

function title(text: string, room: Room, at: Rect, { small }: Type, strip: boolean): Mark[] {
  const free = at.w - 1.4 * small;
  return line({
    key: `room:${room}:title`,
    text,
    x: at.x + small * 0.7,
    y: at.y + small * (strip ? 0.8 : 0.95) + 2,
    size: small,
    room: free,
    style: "muted",
  });
}

/** The lock: who holds it, and in a row who was locked out. The padlock lies here unless its holder is on show. */
function lock({ state, places, lanes, threads }: Lanes, at: Rect): Mark[] {
  const { type } = places;
  const { small } = type;
  const { strip } = places.rooms;
  const inset = small * 0.7;
  const carried = lanes.some(({ thread }) => thread.name === state.lock);
  const sign = carried ? 0 : small * 1.15;
  const y = strip ? at.y + small * 0.8 + 2 : at.y + at.h / 2;
  const free = at.w - 2 * inset - sign;
  const type2 = { size: small, bold: state.lock !== null };
  const words =
    state.lock === null
      ? fitting(["the lock is free", "lock: free"], free, type2)
      : fitting([`${state.lock} holds the lock`, `lock: ${state.lock}`], free, type2);
  const beside =
    at.x +
    inset +
    Math.max(textWidth("P000 holds the lock", { size: small, bold: true }), at.w * 0.42) +
    small;
  const list = strip
    ? below(at, type, true)
    : { x: beside, y: at.y, w: at.x + at.w - inset - beside, h: at.h };
  const padlock: Mark = {
    key: "lock",
    kind: "path",
    n: { x: at.x + inset, y },
    style: `sign lock${state.lock === null ? " free" : ""}`,
    path: lockOutline(small),
  };
  return [
    ...frame(state, "lock", at),
    ...line({
      key: "room:lock:title",
      text: words,
      x: at.x + inset + sign,
      y,
      size: small,
      room: free,
      style: state.lock === null ? "muted" : "bold",
    }),
    ...(carried ? [] : [padlock]),
    ...inRow(state, "lock", list, type, new Map(threads.producer.map((thread) => [thread.name, thread]))),
  ];
}
