import { nextMade } from "../../player/store/chapters.ts";
import type { Player } from "../../player/store/player.ts";
import { shownPosition } from "../../player/store/player-state.ts";

/** A step's moves are seen at their own pace, and together in no less time than this, in ms. */
const LEAST = 400;

/** Show the next step on its way, and stop where it has come true; after a chapter's last step the next chapter begins. */
export function advance(player: Player): void {
  const { track, chapter, chapterPace, episode, coming } = player.state;
  if (coming !== null) return;
  const position = shownPosition(player.state);
  const step = track.stepAt(position);
  const next = position < track.ends(step) ? step : step + 1;
  if (next >= track.steps) {
    const following = nextMade(episode.chapters, chapter, 1);
    if (following !== undefined) player.openChapter(following);
    return;
  }
  const [opens, ends] = [track.opens(next), track.ends(next)];
  if (position < opens) player.seek(opens);
  // What the step needs may be on its way: then it is shown when it has come.
  if (player.state.coming !== null) return;
  const begins = chapterPace.timeAt({ playhead: opens, held: chapterPace.hold(opens) });
  player.go(ends, Math.max(LEAST, chapterPace.timeAt({ playhead: ends, held: 0 }) - begins));
}

/** Be where the step before had come true, at once; before a chapter's first step, at the end of the chapter before. */
export function retreat(player: Player): void {
  const { track, chapter, episode, coming } = player.state;
  if (coming !== null) return;
  const step = track.stepAt(shownPosition(player.state));
  if (step > 0) {
    player.seek(track.ends(step - 1));
    return;
  }
  const before = nextMade(episode.chapters, chapter, -1);
  const last = before === undefined ? 0 : (episode.chapters[before]?.steps ?? 1) - 1;
  if (before === undefined) player.seek(0);
  else player.openChapter(before, last);
}
