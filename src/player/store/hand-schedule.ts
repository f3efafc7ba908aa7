import { type Input, type Plain, Recording } from "../../engine/index.ts";
import { type Hand, takeOver, withLine } from "./hand.ts";
import { put } from "./hand-controls.ts";
import { type Move, movesOf } from "./moves.ts";
import type { Player } from "./player.ts";
import { lineOf, shownPosition } from "./player-state.ts";

/** Have the run go on and on from its end, until it is paused or nothing can move. */
export function runByHand(player: Player): void {
  const { state } = player;
  if (state.hand === null) put(player, takeOver(lineOf(state), shownPosition(state)));
  player.seek(lineOf(player.state).length - 1);
  player.play(1);
}

/** Go on with these inputs from the place on show, and play them. */
export function playFromHere(player: Player, inputs: readonly Input[]): void {
  const { state } = player;
  const position = shownPosition(state);
  const hand = state.hand ?? takeOver(lineOf(state), position);
  const at = state.hand === null ? hand.line.length - 1 : position;
  const before = hand.recording.inputsTo(at);
  put(player, replaced(hand, new Recording(hand.recording.setup, [...before, ...inputs])), at);
  player.play(1);
}

/** Be in another run of the same setup, at a position. */
export function goToRun(player: Player, inputs: readonly Input[], position: number): void {
  const { hand } = player.state;
  if (hand !== null) put(player, replaced(hand, new Recording(hand.recording.setup, inputs)), position);
}

/** What became of a run that was done again with other parameters. */
export interface Redone {
  /** How many of its moves could be made. */
  readonly made: number;
  /** The first one that could not, and everything after it is left out. */
  readonly refused: Move | undefined;
}

/** Make the same moves with other parameters, as far as they can be made, and be at the same place. */
export function redoWith(player: Player, changes: { readonly [name: string]: Plain }): Redone {
  const { state } = player;
  const line = lineOf(state);
  const position = shownPosition(state);
  const hand = state.hand ?? takeOver(line, position);
  const { setup } = hand.recording;
  const parameters = { ...hand.scene.parameters, ...changes };
  const recording = new Recording({ ...setup, parameters });
  let made = 0;
  let refused: Move | undefined;
  for (const move of movesOf(hand.recording)) {
    if (!canBeMade(move, recording)) {
      refused = move;
      break;
    }
    recording.do(move.input);
    made += 1;
  }
  const at = Math.min(state.hand === null ? hand.line.length - 1 : position, recording.length - 1);
  put(player, { ...replaced({ ...hand, scene: { ...hand.scene, parameters } }, recording), given: 0 }, at);
  return { made, refused };
}

function canBeMade({ thread, input }: Move, recording: Recording): boolean {
  if (thread === undefined) return true;
  const { runnable } = recording.frame(recording.length - 1).state as {
    readonly runnable?: readonly string[];
  };
  if (thread !== null) return runnable === undefined || runnable.includes(thread);
  return "for" in input.values || (recording.canMove && (runnable === undefined || runnable.length === 0));
}

function replaced(hand: Hand, recording: Recording): Hand {
  const given = Math.min(hand.given, recording.inputs.length);
  return withLine({ ...hand, recording, given, redo: [], runsOn: false });
}
