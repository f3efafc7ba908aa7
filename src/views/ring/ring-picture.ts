import type { Frame, RingState } from "../../engine/index.ts";
import { hueOf } from "../parts/content.ts";
import type { Picture } from "../view.ts";
import type { Measures } from "./measures.ts";
import { type Turns, turnsOf } from "./turns.ts";

/** Everything that the parts of a ring's picture are drawn from. */
export interface RingPicture {
  readonly picture: Picture<RingState>;
  readonly state: RingState;
  readonly cause: Frame["cause"];
  readonly m: Measures;
  readonly turns: Turns;
  /** Global index of the item that the operation on show has written; −1 when it has written none. */
  readonly fresh: number;
  /** Global index of the oldest item that the ring can reach; what is older and in memory is astray. */
  readonly reach: number;
}

export function ringPicture(picture: Picture<RingState>, m: Measures): RingPicture {
  const { state, cause } = picture.frame;
  const fresh = freshIndex(state, cause);
  return { picture, state, cause, m, turns: turnsOf(picture.frame), fresh, reach: reachOf(state).from };
}

/** Global index of the item that the operation on show has written; −1 when it has written none. */
export function freshIndex(state: RingState, cause: Frame["cause"]): number {
  if (cause.operation !== "push" || state.incoming !== null || isRefused(state)) return -1;
  return cause.mark === "count" || cause.mark === "return" ? state.totalWritten - 1 : state.totalWritten;
}

/**
 * The global indices that the ring would give back, by its own belief: from the first up to, without, the second. All
 * that it holds, but for a ring without a size, which can reach no more than what lies between tail and head.
 */
export function reachOf({ size, held, head, tail, capacity, totalWritten, slots }: RingState) {
  const isNew = (slot: number): boolean => {
    const there = slots.at(slot);
    return there?.kind === "item" && there.index === totalWritten;
  };
  const stepped = isNew((head + capacity - 1) % capacity);
  // An item is in its slot before it is counted.
  const written = totalWritten + (stepped || isNew(head) ? 1 : 0);
  if (size !== null) return { from: Math.max(0, written - held), until: written, written };
  const until = totalWritten + (stepped ? 1 : 0);
  const taken = slots.at(tail)?.kind === "item" ? 0 : 1;
  const between = (head - tail + capacity) % capacity;
  return { from: until - Math.min(held, Math.max(0, between - taken)), until, written };
}

/** Where the ring looks for its newest item, when that is not where the item is. */
export function misled({ state, cause, fresh }: RingPicture) {
  const { lookup, slots, capacity, head } = state;
  // In the middle of a push the newest item and the count of it do not go together yet.
  if (lookup === null || (fresh >= 0 && cause.mark !== "return")) return undefined;
  if (cause.mark !== "return" && cause.operation !== "window") return undefined;
  const there = slots.at(lookup.slot);
  if (there?.kind === "item" && there.index === lookup.index) return undefined;
  return { looks: lookup.slot, is: (head + capacity - 1) % capacity };
}

/** How an item looks that lies in memory: in the colour of its lap, or out of the ring's reach. */
export function heldStyle({ state, fresh, reach }: RingPicture, index: number): string {
  if (state.lost?.index === index) return "dying";
  return `${lapStyle(state, index)}${index < reach ? " stray" : ""}${index === fresh ? " fresh" : ""}`;
}

/** The style name for the lap that an item is written in. */
export function lapStyle(state: RingState, index: number): string {
  return hueOf(lapOf(state, index), 1);
}

/** The lap that an item is written in, counted from 0: a new one begins whenever head comes to slot 0. */
export function lapOf({ laps, capacity }: RingState, index: number): number {
  return laps.before + Math.floor((index - laps.from) / capacity);
}

/** True while an item is on show that was not accepted. */
export function isRefused({ lost }: RingState): boolean {
  return lost !== null && lost.index === null;
}

/** The angle of a slot's middle, or of a place between slots, in radians; it goes on past a full turn. */
export function angleOf(m: Measures, turns: number): number {
  return (turns + 0.5) * m.step;
}
