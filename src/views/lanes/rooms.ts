import type { LanesState, ThreadState } from "../../engine/systems/lanes/lanes-state.ts";
import type { Mark } from "../../stage/mark.ts";
import { textWidth } from "../../stage/text-width.ts";
import { line } from "../parts/words.ts";
import { hueOf } from "./hues.ts";
import type { Lanes } from "./lane.ts";
import type { Rect, Type } from "./places.ts";
import { lockOutline } from "./thread-marks.ts";
import { left } from "./time-words.ts";

type Room = "notFull" | "notEmpty" | "lock";

/** Both waiting rooms and the lock: who is there, longest waiting first. */
export function rooms({ state, places, threads, lanes }: Lanes): Mark[] {
  const { box, strip } = places.rooms;
  const { type } = places;
  const byName = new Map([...threads.producer, ...threads.consumer].map((thread) => [thread.name, thread]));
  const gap = strip ? 5 : type.pad * 0.8;
  const lockHeight = strip ? box.h : Math.min(box.h * 0.4, type.small * 2.7);
  const w = (box.w - (strip ? 2 : 1) * gap) / (strip ? 3 : 2);
  const h = strip ? box.h : box.h - lockHeight - gap * 0.7;
  const carried = lanes.some(({ thread }) => thread.name === state.lock);
  const one = (room: Room, at: Rect): Mark[] => [
    ...frame(state, room, at, type, carried),
    ...waiting(state, room, listIn(room, at, type, strip), type, byName),
  ];
  const lockBox = strip
    ? { x: box.x + 2 * (w + gap), y: box.y, w, h }
    : { x: box.x, y: box.y + h + gap * 0.7, w: box.w, h: lockHeight };
  return [
    ...one("notFull", { x: box.x, y: box.y, w, h }),
    ...one("notEmpty", { x: box.x + w + gap, y: box.y, w, h }),
    ...one("lock", lockBox),
  ];
}

/** The space for the names: below the title, or beside it in the low box of the lock. */
function listIn(room: Room, at: Rect, { small }: Type, strip: boolean): Rect {
  const inset = small * 0.7;
  if (room === "lock" && !strip) {
    const x = at.x + inset + textWidth("lock: P000 holds it", { size: small, bold: true }) + small * 2;
    return { x, y: at.y, w: at.x + at.w - inset - x, h: at.h };
  }
  const top = small * 1.75 + 2;
  return { x: at.x + inset, y: at.y + top, w: at.w - 2 * inset, h: at.h - top - (strip ? 2 : small * 0.4) };
}

const TITLES = { notFull: "waiting: not full", notEmpty: "waiting: not empty" } as const;

function titleOf(state: LanesState, room: Room): string {
  if (room !== "lock") return TITLES[room];
  return state.lock === null ? "lock: free" : `lock: ${state.lock} holds it`;
}

function frame(state: LanesState, room: Room, at: Rect, { small }: Type, carried: boolean): Mark[] {
  const inset = small * 0.7;
  const sign = room === "lock" && !carried ? small * 1.15 : 0;
  const y =
    at.h < small * 3.2 && room === "lock" && at.h < small * 2.8 ? at.y + at.h / 2 : at.y + small * 0.95 + 2;
  const inside = state.crowd[room];
  return [
    {
      key: `room:${room}`,
      kind: "rect",
      n: { ...at, corner: 8 },
      style: `room${inside > 0 ? " peopled" : ""}`,
    },
    ...line({
      key: `room:${room}:title`,
      text: titleOf(state, room),
      x: at.x + inset + sign,
      y,
      size: small,
      room: at.w - 2 * inset - sign,
      style: room === "lock" && state.lock !== null ? "bold" : "muted",
    }),
    ...(sign === 0
      ? []
      : [
          {
            key: "lock",
            kind: "path" as const,
            n: { x: at.x + inset, y },
            style: `sign lock${state.lock === null ? " free" : ""}`,
            path: lockOutline(small),
          },
        ]),
  ];
}

/** Who is in a room, as many as there is room for, with the time that each has left. */
function waiting(
  state: LanesState,
  room: Room,
  at: Rect,
  { small }: Type,
  byName: ReadonlyMap<string, ThreadState>,
): Mark[] {
  const names = state.rooms[room];
  const inside = state.crowd[room];
  const lines = Math.max(1, Math.floor(at.h / (small * 1.7)));
  const step = Math.min(at.h / lines, small * 2.1);
  const y = (index: number) => at.y + (index + 0.5) * step;
  if (names.length === 0) {
    const text = room === "lock" && at.h < small * 2.8 ? "nobody waits" : "nobody";
    return line({
      key: `room:${room}:nobody`,
      text,
      x: at.x,
      y: y(0),
      size: small,
      room: at.w,
      style: "muted",
    });
  }
  const shown = inside <= lines ? names.length : Math.max(1, lines - 1);
  const others = inside - shown;
  // On a single line those who are not named are counted behind the first.
  const beside = others > 0 && lines === 1;
  const aside = beside ? textWidth(`+ ${others}`, { size: small, bold: true }) + 4 : 0;
  return [
    ...names.slice(0, shown).flatMap((name, index) => {
      const spot = { x: at.x, y: y(index), w: at.w - aside };
      return waiter(name, byName.get(name), state.time, spot, small);
    }),
    ...line({
      key: `room:${room}:more`,
      text: others === 0 ? "" : beside ? `+ ${others}` : `and ${others} more`,
      x: beside ? at.x + at.w : at.x,
      y: y(beside ? 0 : shown),
      size: small,
      room: beside ? aside : at.w,
      style: "muted bold",
      anchor: beside ? "end" : "start",
    }),
  ];
}

function waiter(
  name: string,
  thread: ThreadState | undefined,
  time: number,
  { x, y, w }: { readonly x: number; readonly y: number; readonly w: number },
  small: number,
): Mark[] {
  const chip = Math.max(textWidth(name, { size: small, bold: true }) + small * 0.9, small * 2);
  const rest = thread === undefined ? "" : left(thread, time);
  const free = w - chip - 5;
  const longer = `${rest} left`;
  return [
    {
      key: `waiter:${name}`,
      kind: "pill",
      n: { x: x + chip / 2, y, w: chip, h: small * 1.5, size: small },
      style: `waiter bold ${thread?.role === "producer" ? hueOf(name) : "consumer"}`,
      text: name,
      subject: `thread:${name}`,
    },
    ...line({
      key: `waiter:${name}:left`,
      text: rest !== "" && textWidth(longer, { size: small }) <= free ? longer : rest,
      x: x + chip + 5,
      y,
      size: small,
      room: free,
      style: "muted",
    }),
  ];
}
