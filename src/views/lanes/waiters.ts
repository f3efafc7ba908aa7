import type { LanesState, ThreadState } from "../../engine/systems/lanes/lanes-state.ts";
import type { Mark } from "../../stage/mark.ts";
import { textWidth } from "../../stage/text-width.ts";
import { fitting } from "../parts/fitting.ts";
import { line } from "../parts/words.ts";
import { hueOf } from "./hues.ts";
import type { Rect, Type } from "./places.ts";
import { left } from "./time-words.ts";

/** Where a thread may wait. */
export type Room = "notFull" | "notEmpty" | "lock";

type ByName = ReadonlyMap<string, ThreadState>;

/** Who is in a room beneath each other, as many as there is room for, with the time that each has left. */
export function inColumn(state: LanesState, room: Room, at: Rect, { small }: Type, byName: ByName): Mark[] {
  const names = state.rooms[room];
  const inside = state.crowd[room];
  const lines = Math.max(1, Math.floor(at.h / (small * 1.7)));
  const step = Math.min(at.h / lines, small * 1.8);
  const y = (index: number) => at.y + (index + 0.5) * step;
  if (names.length === 0) {
    return line({
      key: `room:${room}:nobody`,
      text: "nobody",
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

/** Who is in a room beside each other, without times: for the lock, at which nobody has a deadline. */
export function inRow(state: LanesState, room: Room, at: Rect, { small }: Type, byName: ByName): Mark[] {
  const names = state.rooms[room];
  const inside = state.crowd[room];
  const y = at.y + at.h / 2;
  const words = (text: string, x: number, free: number): Mark[] =>
    line({ key: `room:${room}:more`, text, x, y, size: small, room: free, style: "muted" });
  if (inside === 0)
    return words(
      fitting(["nobody waits for it", "nobody waits", "nobody"], at.w, { size: small }),
      at.x,
      at.w,
    );
  const marks: Mark[] = [];
  let x = at.x;
  for (const [index, name] of names.entries()) {
    const width = chipWidth(name, small);
    const others = inside - index - 1;
    const after = others === 0 ? 0 : textWidth(`+ ${others}`, { size: small }) + 5;
    if (index > 0 && x + width + after > at.x + at.w) {
      return [...marks, ...words(`+ ${inside - index}`, x, at.x + at.w - x)];
    }
    marks.push(chip(name, byName.get(name), x, y, small));
    x += width + 4;
  }
  const others = inside - names.length;
  return others === 0 ? marks : [...marks, ...words(`+ ${others}`, x, at.x + at.w - x)];
}

function chipWidth(name: string, small: number): number {
  return Math.max(textWidth(name, { size: small, bold: true }) + small * 0.9, small * 2);
}

/** A thread as it is seen in a room: its name in its hue. */
function chip(name: string, thread: ThreadState | undefined, x: number, y: number, small: number): Mark {
  const w = chipWidth(name, small);
  return {
    key: `waiter:${name}`,
    kind: "pill",
    n: { x: x + w / 2, y, w, h: small * 1.5, size: small },
    style: `waiter bold ${thread?.role === "producer" ? hueOf(name) : "consumer"}`,
    text: name,
    subject: `thread:${name}`,
  };
}

function waiter(
  name: string,
  thread: ThreadState | undefined,
  time: number,
  { x, y, w }: { readonly x: number; readonly y: number; readonly w: number },
  small: number,
): Mark[] {
  const from = chipWidth(name, small) + 5;
  const rest = thread === undefined ? "" : left(thread, time);
  const free = w - from;
  const variants = rest === "" ? [""] : [`${rest} left`, rest, `${rest.replace(/ of.*/, "")} ms`, ""];
  return [
    chip(name, thread, x, y, small),
    ...line({
      key: `waiter:${name}:left`,
      text: fitting(variants, free, { size: small }),
      x: x + from,
      y,
      size: small,
      room: free,
      style: "muted",
    }),
  ];
}
