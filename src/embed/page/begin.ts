import { whenThere } from "../../player/loading/use-linked-moment.ts";
import type { EpisodePlace } from "../../player/routes/episode-place.ts";
import type { Player } from "../../player/store/player.ts";
import { keepTo } from "../../player/store/range.ts";
import { positionOf } from "../options/moment.ts";
import type { EmbedOptions } from "../options/options.ts";

export type Part = Pick<EmbedOptions, "from" | "to" | "loop">;

/** Keep to the part of a chapter, which must be open, that is asked for. */
export function keepToPart(player: Player, chapter: number, { from, to, loop }: Part): void {
  const { track } = player.state;
  if (track.length === 0) return;
  const ranged = from !== undefined || to !== undefined || loop;
  const first = from === undefined ? 0 : positionOf(track, from, "opens");
  const last = to === undefined ? track.length - 1 : positionOf(track, to, "ends");
  keepTo(player, ranged ? { chapter, from: first, to: Math.max(first, last), loop } : undefined);
}

/** Stand where the options say, in a chapter that is open, and keep to its part. */
export function begin(player: Player, chapter: number, options: EmbedOptions): void {
  const { track } = player.state;
  keepToPart(player, chapter, options);
  if (options.start !== undefined && track.length > 0) {
    player.seek(positionOf(track, options.start, "opens"));
  }
}

/**
 * Go to a place, which may be on its way, and begin there: before a link leads on to the very moment that it names.
 *
 * @returns what calls it off
 */
export function moveTo(player: Player, place: EpisodePlace, options: EmbedOptions): () => void {
  let wanted = true;
  player.openChapter(place.chapter, place.step);
  whenThere(player, place).then((isThere) => {
    if (wanted && isThere) begin(player, place.chapter, options);
  });
  return () => {
    wanted = false;
  };
}
