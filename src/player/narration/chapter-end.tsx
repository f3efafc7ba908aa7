import { nextMade } from "../store/chapters.ts";
import { lineOf, shownPosition } from "../store/player-state.ts";
import { usePlayer, usePlayerState } from "../store/use-player.ts";

/** At the end of a chapter: the way to the next one, when there is one. */
export function ChapterEnd() {
  const player = usePlayer();
  const over = usePlayerState(
    (state) => shownPosition(state) === lineOf(state).length - 1 && state.hand === null,
  );
  const next = usePlayerState(({ episode, chapter }) => nextMade(episode.chapters, chapter, 1));
  const title = usePlayerState(({ episode }) => (next === undefined ? "" : episode.chapters[next]?.title));
  const more = usePlayerState(({ episode, chapter }) => chapter < episode.chapters.length - 1);
  if (!over) return null;
  if (next === undefined) {
    // Chapters that are told of and not made yet are to come; a course has none, nor has a draft that is all written.
    return (
      <p className="aside">{more ? "This is as far as the episode goes for now." : "This is the end."}</p>
    );
  }
  return (
    <p className="chapter-end">
      <button type="button" className="button" onClick={() => player.openChapter(next)}>
        Next: {title}
      </button>
    </p>
  );
}
