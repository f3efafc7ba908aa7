import type { Size } from "../../stage/mark.ts";
import { paneOf } from "../../stage/pane.ts";
import type { View } from "../../views/view.ts";
import { isHere, lineOf, type PlayerState } from "../store/player-state.ts";
import { isRunAhead } from "../store/run-ahead.ts";
import { panesOf } from "./panes-of.ts";
import { pictureAt } from "./picture-at.ts";

/** How many pictures are laid out before the playhead comes to them: fewer than are kept. */
const AHEAD = 12;
/** What is laid out takes about this long on a slow phone, in ms; where less time is left, it waits. */
const LEAST = 6;

/**
 * Lay out pictures that the playhead comes to next, for as long as the browser has nothing else to do. A frame of a slow
 * phone then has to paint them, and no more.
 *
 * @param laid how far that has been done
 * @param timeRemaining the ms that are left
 * @returns how far it has been done now; done is whether there is nothing more to do from here
 */
export function layAhead(
  state: PlayerState,
  views: readonly View[],
  size: Size,
  laid: number,
  timeRemaining: () => number,
): { readonly laid: number; readonly done: boolean } {
  const line = lineOf(state);
  const from = Math.floor(state.playhead);
  const { scene } = line.at(from);
  const last = Math.min(from + AHEAD, line.length - 1);
  let position = Math.max(laid, from);
  while (position < last && isHere(state, position + 1) && line.at(position + 1).scene === scene) {
    if (state.hand !== null && isRunAhead(state.hand, position)) break;
    if (timeRemaining() < LEAST) return { laid: position, done: false };
    const way = { from: pictureAt(line, position), to: pictureAt(line, position + 1), t: 0.5 };
    panesOf(views, way, size).forEach(paneOf);
    position += 1;
  }
  return { laid: position, done: true };
}
