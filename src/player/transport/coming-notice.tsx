import { sendAgain, stay } from "../store/coming-chapter.ts";
import { usePlayer, usePlayerState } from "../store/use-player.ts";
import "./coming-notice.css";

/** Tells of a chapter, or of what comes next in the one that is open, that takes longer than a moment to come, or that cannot be loaded. */
export function ComingNotice() {
  const player = usePlayer();
  const coming = usePlayerState((state) => state.coming);
  const title = usePlayerState(({ episode }) => coming && episode.chapters[coming.chapter]?.title);
  const isOpen = usePlayerState(({ chapter }) => coming?.chapter === chapter);
  if (coming === null) return null;
  const what = isOpen ? "What comes next" : `“${title}”`;
  if (!coming.failed) {
    return (
      <p className="coming-notice waiting" role="status">
        {what} is on its way …
      </p>
    );
  }
  return (
    <div className="coming-notice" role="alert">
      <p>{what} could not be loaded.</p>
      <button type="button" className="button" onClick={() => sendAgain(player)}>
        Try again
      </button>
      <button type="button" className="button quiet" onClick={() => stay(player)}>
        Stay here
      </button>
    </div>
  );
}
