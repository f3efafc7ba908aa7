import { type Input, isDrive, type Plain, Recording, type Setup } from "../../engine/index.ts";
import type { Line } from "../line/line.ts";
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

/** Where a search for schedules begins: a setup, and what was done before. */
export interface Origin {
  readonly setup: Setup;
  readonly inputs: readonly Input[];
  readonly at: "start" | "own" | "here";
}

/**
 * Where every schedule of the run on show begins: at its very start if the run has only been moved; if something else was done
 * in it, where the reader's own run began.
 */
export function originOfRun({ hand, line, position }: Shown): Origin {
  const recording = line.recording(line.at(position));
  const inputs = hand === null ? originOfPlace({ hand, line, position }).inputs : recording.inputs;
  const { setup } = recording;
  if (inputs.every(({ operation }) => isDrive(operation))) return { setup, inputs: [], at: "start" };
  return { setup, inputs: inputs.slice(0, hand?.given), at: "own" };
}

/** The place on show, to search on from. */
export function originOfPlace({ line, position }: Shown): Origin {
  const moment = line.at(position);
  const recording = line.recording(moment);
  return { setup: recording.setup, inputs: recording.inputsTo(moment.frame.index), at: "here" };
}

/** What is on show. */
export interface Shown {
  readonly hand: Hand | null;
  readonly line: Line;
  readonly position: number;
}

/** Have the reader's own run be this schedule, and play it from where it begins. */
export function playSchedule(player: Player, { setup, inputs }: Origin, schedule: readonly Input[]): void {
  const { state } = player;
  const hand = state.hand ?? takeOver(lineOf(state), shownPosition(state));
  const recording = new Recording(setup, inputs);
  const from = recording.length - 1;
  for (const input of schedule) recording.do(input);
  put(player, replaced(hand, recording), from);
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
