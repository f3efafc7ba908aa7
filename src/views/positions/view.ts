import { grouped } from "../../engine/systems/grouped.ts";
import type { Position, PositionHistoryState } from "../../engine/systems/window/position-history-state.ts";
import type { Mark, Size } from "../../stage/mark.ts";
import type { Point } from "../../stage/place.ts";
import { textWidth } from "../../stage/text-width.ts";
import { type Plot, ruleMark } from "../parts/chart.ts";
import { hueOf } from "../parts/content.ts";
import { count } from "../parts/phrases.ts";
import { windowWords, writtenWords } from "../parts/window-words.ts";
import { line, typeSize } from "../parts/words.ts";
import type { Picture, View } from "../view.ts";

/** A player seen from above, with as much of his path as the ring remembers, and the shot that is judged by it. */
export const view: View<PositionHistoryState> = {
  id: "positions",
  title: "The player",
  height: { least: 180, share: 1 },
  layout,
  describe,
};

/** The view never zooms in further than to so many cm from side to side. */
const LEAST_EXTENT = 400;
/** What is left free around the player, in px. */
const EDGE = 4;

function layout({ frame: { state } }: Picture<PositionHistoryState>, size: Size): readonly Mark[] {
  const { width, height } = size;
  const type = typeSize(Math.min(width, height * 1.6), 0.028, 14);
  const side = type;
  const room = width - 2 * side;
  const rows = sentences(state, room, type);
  const box: Plot = {
    left: side,
    top: type * 2.2,
    right: width - side,
    bottom: height - type * (inTwo(room, type) ? 4 : 5.4),
  };
  const { place, scale } = zoom(state, box, type);
  const now = state.values.at(-1);
  const oldest = state.totalWritten - state.size;
  const reach = Math.max(5, state.radius * scale);
  return [
    {
      key: "ground",
      kind: "rect",
      n: { x: box.left, y: box.top, w: room, h: box.bottom - box.top, corner: 8 },
      style: "ground",
    },
    ...state.values.map(
      (at, i): Mark => ({
        key: `at:${oldest + i}`,
        kind: "circle",
        n: { ...place(at), r: Math.max(1.5, Math.min(3, 4 * scale)) },
        style: `item ${hueOf(oldest + i, state.capacity)}`,
      }),
    ),
    ...shot(state, place, reach, box, type),
    ...(now === undefined
      ? []
      : [{ key: "player", kind: "circle" as const, n: { ...place(now), r: reach }, style: "player" }]),
    ...(now === undefined ? [] : names(state, place(now), place, reach, box, type)),
    ...line({
      key: "title",
      text: `the last ${grouped(Math.round(state.span))} ms in ${count(state.capacity, "slot")}, ${state.rate} a second`,
      x: side,
      y: type * 1.1,
      size: type,
      room: room * 0.7,
      style: "bold",
    }),
    ...line({
      key: "gone",
      text: `${grouped(state.totalWritten - state.size)} gone`,
      x: width - side,
      y: type * 1.1,
      size: type,
      room: room * 0.28,
      style: "muted",
      anchor: "end",
    }),
    ...rows.flatMap((text, row) =>
      line({
        key: `verdict:${row}`,
        text,
        x: side,
        y: box.bottom + type * (1.3 + row * 1.4),
        size: type,
        room,
        style:
          row > 0 || state.shot === null ? "muted" : state.shot.verdict === "hit" ? "bold good" : "bold bad",
      }),
    ),
  ];
}

/** Zoom to what is remembered, with a margin, and so that the whole player is on the ground wherever they are. */
function zoom({ values, radius }: PositionHistoryState, { left, top, right, bottom }: Plot, size: number) {
  const extent = (all: readonly number[]) =>
    all.length === 0 ? [0, 0] : [all.reduce((a, b) => Math.min(a, b)), all.reduce((a, b) => Math.max(a, b))];
  const [x0 = 0, x1 = 0] = extent(values.map(({ x }) => x));
  const [y0 = 0, y1 = 0] = extent(values.map(({ y }) => y));
  const margin = size * 3.6;
  const scaleFor = (room: number, reach: number, least: number): number =>
    Math.min(
      Math.max(1, room - 2 * margin) / Math.max(least, reach),
      Math.max(1, room - 2 * EDGE) / (reach + 2 * radius),
    );
  const scale = Math.min(
    scaleFor(right - left, x1 - x0, LEAST_EXTENT),
    scaleFor(bottom - top, y1 - y0, LEAST_EXTENT / 4),
  );
  const place = ({ x, y }: Position): Point => ({
    x: (left + right) / 2 + (x - (x0 + x1) / 2) * scale,
    y: (top + bottom) / 2 + (y - (y0 + y1) / 2) * scale,
  });
  return { scale, place };
}

/** Where the shooter saw him, and the line along which he aims there from the lower edge. */
function shot(
  { shot }: PositionHistoryState,
  place: (at: Position) => Point,
  reach: number,
  { left, right, bottom }: Plot,
  size: number,
): Mark[] {
  if (shot === null || shot.then === null) return [];
  const then = place(shot.then);
  const leftwards = then.x > (left + right) / 2;
  const shooter = { x: leftwards ? left + size * 1.5 : right - size * 1.5, y: bottom - size };
  return [
    ruleMark("aim:line", shooter, then, "level"),
    { key: "shooter", kind: "circle", n: { ...shooter, r: size * 0.4 }, style: "dot accent" },
    ...line({
      key: "shooter:word",
      text: "shooter",
      x: shooter.x + (leftwards ? 1 : -1) * size * 1.6,
      y: shooter.y + size * 0.2,
      size,
      room: 80,
      style: "accent",
      anchor: leftwards ? "start" : "end",
    }),
    {
      key: "seen",
      kind: "circle",
      n: { ...then, r: reach },
      style: "ghost",
      enter: { r: reach * 3, opacity: 0 },
    },
    { key: "aim", kind: "circle", n: { ...then, r: 2.5 }, style: "dot accent" },
  ];
}

/** True if every decision fits into two lines. */
function inTwo(room: number, size: number): boolean {
  return (
    textWidth("The player has moved 1,000 cm since; without a history this would be a miss.", { size }) <=
    room
  );
}

/** The server's decision and what it is worth, in as many lines as they need; before there is one, what is seen. */
function sentences({ shot, size }: PositionHistoryState, room: number, type: number): readonly string[] {
  if (shot === null)
    return [`${count(size, "dot")}: where the player was,`, "as far back as the ring remembers"];
  if (shot.hitNow === null)
    return [
      "Refused: too long ago to look up.",
      shot.index < 0
        ? `${grouped(shot.ping)} ms ago the game had not begun.`
        : `Where the player was ${grouped(shot.ping)} ms ago is overwritten.`,
    ];
  const moved = `The player has moved ${grouped(shot.distance ?? 0)} cm since;`;
  const without = `without a history this would be ${shot.hitNow ? "a hit too" : "a miss"}.`;
  const both = `${moved} ${without}`;
  return ["Hit: judged by what the shooter saw.", ...(inTwo(room, type) ? [both] : [moved, without])];
}

/** “now” and “as seen” on different sides of the two places: above and below, or right and left of a path that runs down. */
function names(
  { shot }: PositionHistoryState,
  now: Point,
  place: (at: Position) => Point,
  reach: number,
  box: Plot,
  size: number,
): Mark[] {
  const seen = shot === null || shot.then === null ? now : place(shot.then);
  const down = Math.abs(seen.y - now.y) > Math.abs(seen.x - now.x);
  const style = "bold accent";
  const text = shot === null ? "" : `as seen: ${grouped(shot.ping)} ms ago`;
  const half = textWidth(text, { size, bold: true }) / 2;
  const within = Math.min(Math.max(seen.x, box.left + half + 4), box.right - half - 4);
  const beside = size * 0.5 + reach;
  return [
    ...line({
      key: "player:word",
      text: "now",
      x: down ? now.x + beside : now.x,
      y: down ? now.y : now.y - reach - size * 0.8,
      size,
      room: 80,
      style: "bold write",
      anchor: down ? "start" : "middle",
    }),
    ...(shot === null || shot.then === null
      ? []
      : line({
          key: "seen:word",
          text,
          x: down ? seen.x - beside : within,
          y: down ? seen.y : seen.y + reach + size * 0.9,
          size,
          room: down ? seen.x - beside - box.left : box.right - box.left,
          style,
          anchor: down ? "end" : "middle",
        })),
  ];
}

function describe({ frame: { state, cause } }: Picture<PositionHistoryState>): string {
  const { shot, totalWritten } = state;
  const { mark, detail } = cause;
  const happened =
    mark === "stride"
      ? writtenWords(detail.count as number, detail.overwritten as number, "position")
      : shot !== null
        ? shot.words
        : mark === "call"
          ? `${cause.operation} begins.`
          : `The player has run for ${count(totalWritten - 1, "tick")}.`;
  return `${happened} ${windowWords(state, "position")}`;
}
