import type { Input, System } from "../../engine/index.ts";
import { takeOver, withLine } from "../../player/store/hand.ts";
import { show } from "../../player/store/hand-controls.ts";
import type { Player } from "../../player/store/player.ts";
import { lineOf, shownPosition } from "../../player/store/player-state.ts";
import { withinLimit } from "../../scenario/link/open-run.ts";
import { readScript } from "../../scenario/link/read-run.ts";

/**
 * Do operations by hand, written as the lines of a `do` block are. They are read as data: there is nothing that they could
 * name but the operations of the system on show.
 *
 * @throws Error that says which line is wrong, and what would be right; nothing is done then
 */
export function runLines(player: Player, lines: readonly string[]): void {
  const { state } = player;
  const line = lineOf(state);
  const position = shownPosition(state);
  const hand = takeOver(line, position);
  const { recording } = hand;
  const { setup } = recording;
  const inputs = read(lines, setup.system);
  const all = [...recording.inputs, ...inputs];
  const within = withinLimit(setup, all);
  if (within < all.length) throw new Error("that goes beyond the number of moves that a run may have");
  const at = recording.length - 1;
  for (const input of inputs) recording.do(input);
  const given = state.hand === null ? hand.given : Math.min(state.hand.given, hand.given);
  show(player, withLine({ ...hand, given }), at);
}

function read(lines: readonly string[], system: System): readonly Input[] {
  const { inputs, problem } = readScript(lines.join("; "), system);
  if (problem !== undefined) throw new Error(problem);
  if (inputs.length === 0) throw new Error("the lines have no operation in them");
  return inputs;
}
