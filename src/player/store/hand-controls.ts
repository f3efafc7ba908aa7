import type { Input, Plain } from "../../engine/index.ts";
import { type Hand, operate, redo, runOn, startAfresh, takeOver, undo } from "./hand.ts";
import type { Player } from "./player.ts";
import { lineOf, shownPosition } from "./player-state.ts";

/** How long each move of an operation by hand may be seen, and the whole at most, in ms. */
const A_MOVE = 170;
const WHOLE = { least: 250, most: 1_100 };

/**
 * Do an operation by hand. In the middle of an episode that branches off. A run that is being played goes on; an exercise
 * has moves of its own, and stays as it is.
 */
export function doByHand(player: Player, input: Input): void {
  const { state } = player;
  if (state.hand?.exercise !== undefined) return;
  const position = shownPosition(state);
  const hand = state.hand ?? takeOver(lineOf(state), position);
  const at = state.hand === null ? hand.line.length - 1 : position;
  show(player, operate(hand, at, input), at);
}

/** Take back the last operation by hand. */
export function undoByHand(player: Player): void {
  const { hand } = player.state;
  if (hand === null) return;
  const before = undo(hand);
  if (before === hand) return;
  put(player, before);
}

/** Do the operation again that was taken back last. */
export function redoByHand(player: Player): void {
  const { hand } = player.state;
  if (hand === null || hand.redo.length === 0) return;
  const from = hand.line.length - 1;
  show(player, redo(hand), from);
}

/** Start the scene on show afresh by hand, with these parameters. */
export function restartByHand(player: Player, parameters: { readonly [name: string]: Plain }): void {
  const { state } = player;
  const line = lineOf(state);
  const moment = line.at(shownPosition(state));
  const scene = line.scene(moment);
  const system = state.module.systems.get(scene.system);
  if (system !== undefined) put(player, startAfresh(system, scene, moment.scene, parameters));
}

/** Have the reader's own run be this one, and see it go from a position to its end. */
export function show(player: Player, hand: Hand, from: number): void {
  const { state } = player;
  const running = state.playing && state.hand?.runsOn ? runOn(hand) : undefined;
  if (running !== undefined) {
    player.store.setState({ hand: running, playhead: from, held: 0, goal: null });
    return;
  }
  const moves = hand.line.length - 1 - from;
  enter(player, hand, from);
  player.go(hand.line.length - 1, Math.min(WHOLE.most, Math.max(WHOLE.least, moves * A_MOVE)));
}

/** Have the reader's own run be this one, and be at a position of it, the last one if it is not said. */
export function put(player: Player, hand: Hand, position = hand.line.length - 1): void {
  enter(player, hand, position);
  player.seek(position);
}

function enter(player: Player, hand: Hand, playhead: number): void {
  const { state } = player;
  const leftAt = state.hand === null ? shownPosition(state) : state.leftAt;
  player.store.setState({ hand, leftAt, playhead, held: 0, goal: null, playing: false });
}
