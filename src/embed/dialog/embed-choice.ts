import { addressOf } from "../../player/link/address.ts";
import { type PlayerState, shownPosition } from "../../player/store/player-state.ts";
import { DEFAULTS, type EmbedOptions } from "../options/options.ts";
import type { Named } from "./embed-code.ts";

/** How much of a run to embed. */
export const EXTENTS = ["moment", "chapter", "steps", "all"] as const;
export type Extent = (typeof EXTENTS)[number];

/** What is chosen in the dialog. */
export interface Choice {
  readonly extent: Extent;
  /** Steps of the chapter, counted from 1, for the extent `steps`. */
  readonly from: number;
  readonly to: number;
  readonly options: EmbedOptions;
}

/** The extents that there are: the reader's own run has no steps. */
export function extentsOf({ hand }: PlayerState): readonly Extent[] {
  return hand === null ? EXTENTS : ["moment", "all"];
}

export function firstChoice(state: PlayerState): Choice {
  const { steps } = state.track;
  const step = state.track.stepAt(Math.max(0, Math.min(shownPosition(state), state.track.length - 1))) + 1;
  return {
    extent: state.hand === null ? "chapter" : "moment",
    from: state.hand === null ? step : 1,
    to: state.hand === null ? Math.min(steps, step + 1) : 1,
    options: DEFAULTS,
  };
}

/** The run that is chosen, and its options; undefined for a run by hand that is too long for an address. */
export function chosen(
  state: PlayerState,
  { extent, from, to, options }: Choice,
): { readonly named: Named; readonly options: EmbedOptions } | undefined {
  const plain = { ...options, from: undefined, to: undefined, start: undefined };
  if (state.hand !== null) {
    const place = addressOf(state, extent === "all" ? "whole" : "moment");
    return place === undefined ? undefined : { named: { place }, options: plain };
  }
  const episode = state.episode.slug;
  const { id } = state.track.track.chapter;
  if (extent === "all") return { named: { episode }, options: plain };
  if (extent === "chapter") return { named: { episode, chapter: id }, options: plain };
  if (extent === "steps") {
    const [first, last] = [Math.min(from, to), Math.max(from, to)];
    return {
      named: { episode, chapter: id, step: String(first) },
      options: { ...plain, from: { step: first }, to: { step: last } },
    };
  }
  const position = shownPosition(state);
  const step = state.track.stepAt(position);
  const move = position - state.track.opens(step);
  return {
    named: { episode, chapter: id, step: String(step + 1) },
    options: move === 0 ? plain : { ...plain, start: { step: step + 1, move } },
  };
}
