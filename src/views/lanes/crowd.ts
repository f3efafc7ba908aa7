import { grouped } from "../../engine/systems/grouped.ts";
import type { Activity, LanesState, ThreadState } from "../../engine/systems/lanes/lanes-state.ts";
import type { Mark } from "../../stage/mark.ts";
import { fitting } from "../parts/fitting.ts";
import { line } from "../parts/words.ts";
import { type GridCell, gridIn } from "./crowd-grid.ts";
import type { Lanes } from "./lane.ts";
import type { Rect, Type } from "./places.ts";
import type { SidePlaces } from "./side-places.ts";
import { trackOutline } from "./tracks.ts";

/** Sides with more threads than can be drawn by themselves: how many do what, and a cell for each of them. */
export function crowds(lanes: Lanes): Mark[] {
  const { places, threads } = lanes;
  return [places.producers, places.consumers].flatMap((side) =>
    side.crowd === null ? [] : crowd(lanes, side, threads[side.role]),
  );
}

/** What many do, in the order in which it is told. */
const GROUPS: readonly (readonly [id: string, one: string, many: string, short: string])[] = [
  ["failed", "failed", "failed", "failed"],
  ["notFull", "waits on notFull", "wait on notFull", "on notFull"],
  ["notEmpty", "waits on notEmpty", "wait on notEmpty", "on notEmpty"],
  ["lock", "waits for the lock", "wait for the lock", "locked out"],
  ["producing", "produces", "produce", "produce"],
  ["processing", "processes", "process", "process"],
  ["calling", "is at the queue", "are at the queue", "call"],
  ["backing-off", "backs off", "back off", "back off"],
  ["ready", "is ready", "are ready", "ready"],
  ["paused", "is paused", "are paused", "paused"],
  ["finished", "has finished", "have finished", "finished"],
  ["killed", "was killed", "were killed", "killed"],
];

function groupOf({ activity, room }: ThreadState): string {
  return activity === "waiting" || activity === "locked-out" ? (room ?? "lock") : activity;
}

/** How many of some threads do what: the group's style, and “12 wait on notFull”. */
export function countsOf(threads: readonly ThreadState[]): readonly {
  readonly id: string;
  readonly number: number;
  readonly words: string;
  readonly short: string;
}[] {
  const numbers = new Map<string, number>();
  for (const thread of threads) {
    const id = groupOf(thread);
    numbers.set(id, (numbers.get(id) ?? 0) + 1);
  }
  return GROUPS.flatMap(([id, one, many, short]) => {
    const number = numbers.get(id) ?? 0;
    return number === 0
      ? []
      : [
          {
            id,
            number,
            words: `${grouped(number)} ${number === 1 ? one : many}`,
            short: `${grouped(number)} ${short}`,
          },
        ];
  });
}

const ACTIVITY: { readonly [group: string]: Activity } = {
  notFull: "waiting",
  notEmpty: "waiting",
  lock: "locked-out",
};

function crowd(lanes: Lanes, side: SidePlaces, threads: readonly ThreadState[]): Mark[] {
  const { role, crowd } = side;
  if (crowd === null) return [];
  const { field } = crowd;
  const edge = { x: role === "producer" ? field.x + field.w : field.x, y: field.y + field.h / 2 };
  const track = trackOutline(lanes, side, edge);
  return [
    { key: `track:${role}s`, kind: "path", n: { x: 0, y: 0 }, style: "track many", path: track },
    ...counts(role, threads, crowd.counts, lanes.places.type),
    ...cells(lanes.state, role, threads, field),
  ];
}

function counts(role: string, threads: readonly ThreadState[], box: Rect, { small }: Type): Mark[] {
  const all = countsOf(threads);
  const lines = Math.round(box.h / (small * 1.35));
  if (lines === 0) return [];
  // Where not all can be told, the last line tells how many are left out.
  const told =
    all.length <= lines ? all : [...all].sort((a, b) => b.number - a.number).slice(0, Math.max(1, lines - 1));
  const rest = threads.length - told.reduce((sum, { number }) => sum + number, 0);
  const inset = small * 1.1;
  const others = {
    id: "others",
    words: `${grouped(rest)} do other things`,
    short: `${grouped(rest)} others`,
  };
  const shown = rest > 0 && lines > 1 ? [...told, others] : told;
  // They stand right above the cells that they count.
  const top = box.y + box.h - shown.length * small * 1.35;
  return shown.flatMap(({ id, words, short }, index) => {
    const y = top + (index + 0.5) * small * 1.35;
    const swatch = small * 0.62;
    return [
      {
        key: `count:${role}:${id}:swatch`,
        kind: "rect" as const,
        n: { x: box.x, y: y - swatch / 2, w: swatch, h: swatch, corner: 1.5 },
        style: `cell-of ${ACTIVITY[id] ?? id}`,
      },
      ...line({
        key: `count:${role}:${id}`,
        text: fitting([words, short], box.w - inset, { size: small }),
        x: box.x + inset,
        y,
        size: small,
        room: box.w - inset,
        style: "",
      }),
    ];
  });
}

/** A cell for each thread, in order; all cells of one activity are one shape, so that a thousand cost no more than ten. */
function cells(state: LanesState, role: string, threads: readonly ThreadState[], field: Rect): Mark[] {
  const grid = gridIn(field, threads.length);
  if (grid === undefined) return [];
  const outlines = new Map<string, string[]>();
  let moved: Mark | undefined;
  threads.forEach((thread, index) => {
    const { x, y, outline } = grid.cells[index] as GridCell;
    const id = ACTIVITY[groupOf(thread)] ?? thread.activity;
    const known = outlines.get(id);
    if (known === undefined) outlines.set(id, [outline]);
    else known.push(outline);
    if (thread.name === state.moved) {
      const n = { x: x - 1.5, y: y - 1.5, w: grid.side + 3, h: grid.side + 3, corner: 2 };
      moved = { key: `cell:moved:${role}`, kind: "rect", n, style: "cell-moved" };
    }
  });
  return [
    ...[...outlines].map(
      ([id, parts]): Mark => ({
        key: `cells:${role}:${id}`,
        kind: "path",
        n: { x: 0, y: 0 },
        style: `cell-of ${id}`,
        path: parts.join(""),
      }),
    ),
    ...(moved === undefined ? [] : [moved]),
  ];
}
