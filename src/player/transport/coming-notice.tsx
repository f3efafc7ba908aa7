import { sendAgain, stay } from "../store/coming-chapter.ts";
import { usePlayer, usePlayerState } from "../store/use-player.ts";
import "./coming-notice.css";

/** Tells of a chapter that takes longer than a moment to come, or that cannot be loaded. */
export function ComingNotice() {
  const player = usePlayer();
  const coming = usePlayerState((state) => state.coming);
  const title = usePlayerState(({ episode }) => coming && episode.chapters[coming.chapter]?.title);
  if (coming === null) return null;
  if (!coming.failed) {
    return (
      <p className="coming-notice waiting" role="status">
        “{title}” is on its way …
      </p>
    );
  }
  return (
    <div className="coming-notice" role="alert">
      <p>“{title}” could not be loaded.</p>
      <button type="button" className="button" onClick={() => sendAgain(player)}>
        Try again
      </button>
      <button type="button" className="button quiet" onClick={() => stay(player)}>
        Stay here
      </button>
    </div>
  );
}
