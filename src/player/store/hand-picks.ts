import { doByHand } from "./hand-controls.ts";
import type { Player } from "./player.ts";
import { threadsAt } from "./threads-at.ts";

/** Have one thread do its next smallest step. In the middle of a run that branches off. Nothing happens when it cannot move. */
export function pickByHand(player: Player, thread: string): void {
  const threads = threadsAt(player.state);
  if (threads?.runnable.includes(thread)) doByHand(player, { operation: "pick", values: { thread } });
}

/** Where nobody can move, let time pass until somebody can. */
export function letTimePass(player: Player): void {
  doByHand(player, { operation: "run", values: { steps: 1 } });
}
