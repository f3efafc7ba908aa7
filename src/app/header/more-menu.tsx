import { lazy, Suspense, useState } from "react";
import { Dialog } from "../../player/dialog/dialog.tsx";
import { LAB, labHref } from "../../player/link/lab-href.ts";
import { type EpisodeMode, episodeHref } from "../../player/routes/route.ts";
import type { Player } from "../../player/store/player.ts";
import { shownStep } from "../../player/store/player-state.ts";
import { OpenRun } from "../share/open-run.tsx";
import "./more-menu.css";

const ExportDialog = lazy(() => import("../../player/export/export-dialog.tsx"));

interface Props {
  readonly player: Player;
  /** What is on show is none of the site's own. */
  readonly guest: boolean;
  readonly onClose: () => void;
}

/** What else may be done with what is on show. */
export default function MoreMenu({ player, guest, onClose }: Props) {
  const [saving, setSaving] = useState(false);
  if (saving) {
    return (
      <Suspense>
        <ExportDialog player={player} onClose={onClose} />
      </Suspense>
    );
  }
  const { episode, track, hand } = player.state;
  const hrefIn = (mode: EpisodeMode, step?: number) =>
    episodeHref(episode.slug, track.track.chapter.id, step, mode);
  const studio = "#/studio";
  const step = hand === null ? shownStep(player.state) + 1 : undefined;
  return (
    <Dialog title="More" className="more" onClose={onClose}>
      <ul>
        <li>
          <button type="button" className="link" onClick={() => setSaving(true)}>
            Save as a file
          </button>
          <p>The picture, or some steps as they move: PNG, SVG, GIF or video.</p>
        </li>
        <li>
          <OpenRun look="link" onOpened={onClose} />
          <p>One that was too long for a link and was saved as a file.</p>
        </li>
        {episode.slug !== LAB && !guest && (
          <>
            <li>
              <a href={hrefIn("present", step)} onClick={onClose}>
                Present
              </a>
              <p>Large, one step at a time, by clicker or keys, with notes in a window of their own.</p>
            </li>
            <li>
              <a href={hrefIn("handout")} onClick={onClose}>
                Print a handout
              </a>
              <p>Each step’s picture and words, the questions, and the answers on a page of their own.</p>
            </li>
          </>
        )}
        <li>
          <a href={labHref()} onClick={onClose}>
            The lab
          </a>
          <p>Every structure and system of this site, to be run by hand.</p>
        </li>
        <li>
          <a href={studio} onClick={onClose}>
            Write an episode
          </a>
          <p>In the studio, with the picture beside the text.</p>
        </li>
      </ul>
    </Dialog>
  );
}
