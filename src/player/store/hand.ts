import { type Input, type Plain, Recording, type System } from "../../engine/index.ts";
import type { Scene } from "../../scenario/index.ts";
import { restAtOrAfter } from "../line/grain.ts";
import { HandLine } from "../line/hand-line.ts";
import type { Line } from "../line/line.ts";

/** A run that the reader has taken over. */
export interface Hand {
  readonly recording: Recording;
  readonly scene: Scene;
  readonly sceneIndex: number;
  /** How many of its inputs were taken over from the episode; they cannot be undone. */
  readonly given: number;
  readonly redo: readonly Input[];
  readonly line: HandLine;
}

type Parts = Omit<Hand, "line">;

function withLine(parts: Parts): Hand {
  return { ...parts, line: new HandLine(parts.recording, parts.scene, parts.sceneIndex) };
}

/** Take over: the same inputs up to a position, and to the end of the operation if it is in the middle of one. */
export function takeOver(line: Line, position: number): Hand {
  const moment = line.at(restAtOrAfter(line, position));
  const recording = line.recording(moment).cutAt(moment.frame.index);
  const given = recording.inputs.length;
  return withLine({ recording, scene: line.scene(moment), sceneIndex: moment.scene, given, redo: [] });
}

/** Start a scene afresh, perhaps with other parameters. */
export function startAfresh(
  system: System,
  scene: Scene,
  sceneIndex: number,
  parameters: { readonly [name: string]: Plain },
): Hand {
  const changed: Scene = { ...scene, parameters };
  const recording = new Recording({ system, parameters, seed: scene.seed });
  return withLine({ recording, scene: changed, sceneIndex, given: 0, redo: [] });
}

/** Do one more operation, after the one that a position is in; what came later on the branch goes. */
export function operate(hand: Hand, position: number, input: Input): Hand {
  const index = hand.line.at(restAtOrAfter(hand.line, position)).frame.index;
  const recording = index < hand.recording.length - 1 ? hand.recording.cutAt(index) : hand.recording;
  const given = Math.min(hand.given, recording.inputs.length);
  recording.do(input);
  return withLine({ ...hand, recording, given, redo: [] });
}

export function canUndo(hand: Hand): boolean {
  return hand.recording.inputs.length > hand.given;
}

/** The same run without its last operation. */
export function undo(hand: Hand): Hand {
  const last = hand.recording.inputs.at(-1);
  if (last === undefined || !canUndo(hand)) return hand;
  const recording = hand.recording.upTo(hand.recording.inputs.length - 1);
  return withLine({ ...hand, recording, redo: [last, ...hand.redo] });
}

/** The operation that was undone last, once more. */
export function redo(hand: Hand): Hand {
  const [next, ...rest] = hand.redo;
  if (next === undefined) return hand;
  hand.recording.do(next);
  return withLine({ ...hand, redo: rest });
}
