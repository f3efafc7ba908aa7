import type { Player } from "../store/player.ts";
import { openingMoment } from "./open-moment.ts";
import { Slices } from "./slices.ts";

/**
 * Have a player that stands where a step of an episode opens be at the moment that a link leads to. What the reader does
 * meanwhile calls it off.
 *
 * @param entries the query of the link
 * @param isWanted whether anybody still waits for it
 * @param onWait called when it takes a while
 * @returns sentences for the reader: what was wrong in the link, and what was done instead
 */
export async function followLink(
  player: Player,
  entries: Iterable<readonly [string, string]>,
  isWanted: () => boolean = () => true,
  onWait: () => void = () => {},
): Promise<readonly string[]> {
  const slices = new Slices(openingMoment(player, entries));
  if (slices.result !== undefined) return slices.result.value;
  onWait();
  const { gestures, playing } = player.state;
  const untouched = () => player.state.gestures === gestures && player.state.playing === playing;
  return (await slices.finish(() => isWanted() && untouched())) ?? [];
}
