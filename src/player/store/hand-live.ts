import { type Input, isDrive, type Plain, Recording } from "../../engine/index.ts";
import type { Moment } from "../../scenario/index.ts";
import type { Line } from "../line/line.ts";
import { startAfresh, withLine } from "./hand.ts";
import { doByHand, put } from "./hand-controls.ts";
import type { Player } from "./player.ts";
import { lineOf, shownPosition } from "./player-state.ts";

/** The parameters as they stand at a moment: those of the scene, and what was set since. */
export function parametersAt(line: Line, moment: Moment): { readonly [name: string]: Plain } {
  const done = line.recording(moment).inputs.slice(0, moment.frame.cause.input + 1);
  const set = done.filter(isSet).map(({ values }) => [String(values.parameter), values.value] as const);
  return { ...line.scene(moment).parameters, ...Object.fromEntries(set) };
}

/** Change a live parameter from the place on show on. */
export function setByHand(player: Player, parameter: string, value: Plain): void {
  doByHand(player, { operation: "set", values: { parameter, value } });
}

/**
 * Have everything so far happen under another value of a parameter: the same scene, run for as long. That is what a reader
 * means who drags a slider to compare. It is done where the run has only run, and stands; else the parameter is changed from
 * the place on show on.
 */
export function rerunByHand(player: Player, parameter: string, value: Plain): void {
  const { state } = player;
  const line = lineOf(state);
  const moment = line.at(shownPosition(state));
  const recording = line.recording(moment);
  const done = recording.inputs.slice(0, moment.frame.cause.input + 1);
  const onlyRan = done.every((input) => isDrive(input.operation) || isSetOf(input, parameter));
  if (!onlyRan || state.playing) {
    setByHand(player, parameter, value);
    return;
  }
  const parameters = { ...parametersAt(line, moment), [parameter]: value };
  const fresh = startAfresh(recording.setup.system, line.scene(moment), moment.scene, parameters);
  const { time } = moment.frame;
  if (time > 0) fresh.recording.do({ operation: "run", values: { for: time } });
  put(player, withLine(fresh));
}

/**
 * The reader has done dragging: what was set of this parameter on the way, with nothing in between, becomes one change, to
 * be undone at once.
 *
 * @param since how many inputs there were when the drag began
 */
export function settleByHand(player: Player, parameter: string, since: number): void {
  const { hand } = player.state;
  if (hand === null || player.state.playing) return;
  const { inputs, setup } = hand.recording;
  const dragged = inputs.slice(since);
  if (dragged.length < 2) return;
  if (!dragged.every((input) => isSetOf(input, parameter))) return;
  const kept = [...inputs.slice(0, since), ...dragged.slice(-1)];
  put(player, withLine({ ...hand, recording: new Recording(setup, kept) }));
}

function isSet({ operation }: Input): boolean {
  return operation === "set";
}

function isSetOf(input: Input, parameter: string): boolean {
  return isSet(input) && input.values.parameter === parameter;
}
