import { type Input, type Plain, Recording } from "../../engine/index.ts";
import type { Moment } from "../../scenario/index.ts";
import type { Line } from "../line/line.ts";
import { withLine } from "./hand.ts";
import { doByHand, put } from "./hand-controls.ts";
import type { Player } from "./player.ts";

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
  if (!dragged.every((input) => isSet(input) && input.values.parameter === parameter)) return;
  const kept = [...inputs.slice(0, since), ...dragged.slice(-1)];
  put(player, withLine({ ...hand, recording: new Recording(setup, kept) }));
}

function isSet({ operation }: Input): boolean {
  return operation === "set";
}
