import { type Input, type Plain, Recording, type System } from "../../engine/index.ts";
import type { Scene } from "../../scenario/index.ts";
import { restAtOrAfter } from "../line/grain.ts";
import { HandLine } from "../line/hand-line.ts";
import type { Line } from "../line/line.ts";
import type { OpenExercise } from "../practice/open-exercise.ts";

/** A run that the reader has taken over. */
export interface Hand {
  readonly recording: Recording;
  readonly scene: Scene;
  readonly sceneIndex: number;
  /** How many of its inputs were taken over from the episode; they cannot be undone. */
  readonly given: number;
  readonly redo: readonly Input[];
  /** Its last input is a run that goes on while it is played. */
  readonly runsOn: boolean;
  /** It is an exercise: nothing else can be done to it by hand. */
  readonly exercise?: OpenExercise;
  readonly line: HandLine;
}

type Parts = Omit<Hand, "line">;

/** A hand with the line of its run. */
export function withLine(parts: Parts): Hand {
  return { ...parts, line: new HandLine(parts.recording, parts.scene, parts.sceneIndex) };
}

/** Take over: the same inputs up to a position, and to the end of the operation if it is in the middle of one. */
export function takeOver(line: Line, position: number): Hand {
  const moment = line.at(restAtOrAfter(line, position));
  const recording = line.recording(moment).cutAt(moment.frame.index);
  const given = recording.inputs.length;
  const parts = { recording, scene: line.scene(moment), sceneIndex: moment.scene, given };
  return withLine({ ...parts, redo: [], runsOn: false });
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
  return withLine({ recording, scene: changed, sceneIndex, given: 0, redo: [], runsOn: false });
}

/** Do one more operation, after the one that a position is in; what came later on the branch goes. */
export function operate(hand: Hand, position: number, input: Input): Hand {
  const index = hand.line.at(restAtOrAfter(hand.line, position)).frame.index;
  const recording = index < hand.recording.length - 1 ? hand.recording.cutAt(index) : hand.recording;
  const given = Math.min(hand.given, recording.inputs.length);
  recording.do(input);
  return withLine({ ...hand, recording, given, redo: [], runsOn: false });
}

/** One step more of its kernel, as part of one long run; undefined when nothing can move. */
export function runOn(hand: Hand): Hand | undefined {
  const { recording } = hand;
  if (hand.exercise !== undefined || !recording.canMove) return undefined;
  if (hand.runsOn) recording.prolong(1);
  else recording.do({ operation: "run", values: { steps: 1 } });
  return withLine({ ...hand, redo: [], runsOn: true });
}

export function canUndo(hand: Hand): boolean {
  return hand.recording.inputs.length > hand.given;
}

/** The same run without its last operation. */
export function undo(hand: Hand): Hand {
  const last = hand.recording.inputs.at(-1);
  if (last === undefined || !canUndo(hand)) return hand;
  const recording = hand.recording.upTo(hand.recording.inputs.length - 1);
  return withLine({ ...hand, recording, redo: [last, ...hand.redo], runsOn: false });
}

/** The operation that was undone last, once more. */
export function redo(hand: Hand): Hand {
  const [next, ...rest] = hand.redo;
  if (next === undefined) return hand;
  hand.recording.do(next);
  return withLine({ ...hand, redo: rest, runsOn: false });
}
