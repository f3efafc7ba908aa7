import type { Pace } from "../pace/pace.ts";
import type { Player } from "./player.ts";
import { lineOf, type PlayerState } from "./player-state.ts";

/** A part of a chapter that the playhead keeps to: positions on its track, both included. */
export interface Range {
  /** Index of the chapter. */
  readonly chapter: number;
  readonly from: number;
  readonly to: number;
  /** At its end play begins at its start again. */
  readonly loop: boolean;
}

/** The range that holds now: none in other chapters and in runs by hand. */
export function rangeOf({ range, chapter, hand }: PlayerState): Range | undefined {
  return hand === null && range?.chapter === chapter ? range : undefined;
}

/** The first and the last position that the playhead may come to. */
export function endsOf(state: PlayerState): { readonly first: number; readonly last: number } {
  const { from, to } = rangeOf(state) ?? { from: 0, to: Number.POSITIVE_INFINITY };
  return { first: from, last: Math.min(to, lineOf(state).length - 1) };
}

/** The position that is nearest to one among those that the playhead may come to. */
export function nearest(state: PlayerState, position: number): number {
  const { first, last } = endsOf(state);
  return Math.min(last, Math.max(first, position));
}

/** A pace that ends where the range does. */
export function paceUpTo(pace: Pace, last: number): Pace {
  if (last >= pace.last) return pace;
  return {
    last,
    transition: (position) => pace.transition(position),
    hold: (position) => pace.hold(position),
  };
}

/** Keep to a part of a chapter from now on, or to none. */
export function keepTo(player: Player, range: Range | undefined): void {
  player.store.setState({ range });
  const { goal, playhead } = player.state;
  const place = nearest(player.state, goal ?? playhead);
  if (place !== playhead) player.seek(place);
}
