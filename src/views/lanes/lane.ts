import type { LanesState, ThreadState } from "../../engine/systems/lanes/lanes-state.ts";
import type { Point } from "../../stage/place.ts";
import type { Places, Rect, Type } from "./places.ts";
import type { SidePlaces } from "./side-places.ts";

/** A thread that is drawn by itself. */
export interface Lane {
  readonly thread: ThreadState;
  readonly side: SidePlaces;
  readonly box: Rect;
  /** A card has room for its name, its words and its progress beneath each other; a row has them side by side. */
  readonly card: boolean;
  /** The middle of what it has in its hand, and how high that is. */
  readonly hand: Point & { readonly h: number };
  /** Radius of the ring of progress round the hand; null when progress is a bar. */
  readonly ring: number | null;
}

/** All that the parts of the picture are drawn from. */
export interface Lanes {
  readonly state: LanesState;
  readonly places: Places;
  readonly lanes: readonly Lane[];
  /** Both sides, in order; with the producers stands who closes the queue. */
  readonly threads: { readonly producer: readonly ThreadState[]; readonly consumer: readonly ThreadState[] };
}

export function lanesOf(state: LanesState, places: Places): Lanes {
  const producer: ThreadState[] = [];
  const consumer: ThreadState[] = [];
  for (const thread of state.threads) (thread.role === "consumer" ? consumer : producer).push(thread);
  const lanes = [
    ...laneList(state, places.producers, producer, places.type),
    ...laneList(state, places.consumers, consumer, places.type),
  ];
  return { state, places, lanes, threads: { producer, consumer } };
}

function laneList(
  state: LanesState,
  side: SidePlaces,
  threads: readonly ThreadState[],
  type: Type,
): readonly Lane[] {
  const shown = side.manner === "crowd" ? inLens(state, threads, side.slots.length) : threads;
  return shown.flatMap((thread, index) => {
    const box = side.slots[index];
    return box === undefined ? [] : [laneIn(box, thread, side, type)];
  });
}

/** Who is looked at of a crowd: who moved last, the holder of the lock, who waits longest, and who could move. */
function inLens(state: LanesState, threads: readonly ThreadState[], most: number): readonly ThreadState[] {
  const names = new Set<string | null>([state.moved, state.leaving?.from ?? null, state.lock]);
  const { notFull, notEmpty, lock } = state.rooms;
  const first = state.runnable.slice(0, most);
  for (let i = 0; i < most; i++) {
    for (const room of [notFull, notEmpty, lock, first]) names.add(room[i] ?? null);
  }
  const byName = new Map(threads.map((thread) => [thread.name, thread]));
  const chosen: ThreadState[] = [];
  for (const name of names) {
    const thread = name === null ? undefined : byName.get(name);
    if (thread !== undefined && chosen.length < most) chosen.push(thread);
  }
  for (const thread of threads) {
    if (chosen.length >= most) break;
    if (!names.has(thread.name)) chosen.push(thread);
  }
  return chosen;
}

function laneIn(box: Rect, thread: ThreadState, side: SidePlaces, { item, small }: Type): Lane {
  const card = side.manner === "cards";
  const y = box.y + box.h / 2;
  const common = { thread, side, box, card };
  if (side.outside)
    return { ...common, hand: { x: box.x + box.w + 12 + item.w / 2, y, h: item.h }, ring: null };
  const radius = Math.hypot(item.w, item.h) / 2 + 5;
  const ringed =
    card && thread.role === "consumer" && radius * 2 + 10 <= box.h && box.w >= radius * 2 + small * 9;
  if (ringed) return { ...common, hand: { x: box.x + radius + 9, y, h: item.h }, ring: radius };
  const inset = (card ? 7 : 3) + item.w / 2;
  const h = Math.min(item.h, small * 1.75, box.h - 3);
  return {
    ...common,
    hand: {
      x: side.role === "producer" ? box.x + box.w - inset : box.x + inset,
      y: card ? box.y + 5 + h / 2 : y,
      h,
    },
    ring: null,
  };
}
