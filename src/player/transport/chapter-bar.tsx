import type { CSSProperties } from "react";
import type { ChapterOverview } from "../../scenario/index.ts";
import { clockText } from "../pace/clock-text.ts";
import { usePlayer, usePlayerState } from "../store/use-player.ts";

/** The episode's chapters, each as long as it lasts. */
export function ChapterBar() {
  const chapters = usePlayerState(({ episode }) => episode.chapters);
  const current = usePlayerState(({ chapter }) => chapter);
  const coming = usePlayerState((state) => state.coming?.chapter);
  if (chapters.length < 2) return null;
  return (
    <nav className="chapters" aria-label="Chapters">
      <ol>
        {chapters.map((chapter, index) => (
          <ChapterSegment
            key={chapter.id}
            chapter={chapter}
            index={index}
            current={index === current}
            coming={index === coming}
          />
        ))}
      </ol>
    </nav>
  );
}

interface SegmentProps {
  readonly chapter: ChapterOverview;
  readonly index: number;
  readonly current: boolean;
  readonly coming: boolean;
}

function ChapterSegment({ chapter, index, current, coming }: SegmentProps) {
  const player = usePlayer();
  const { title, short, start, duration, steps } = chapter;
  const made = steps > 0;
  const name = `${clockText(start)} ${title}${made ? "" : " (not made yet)"}`;
  return (
    <li style={{ "--length": duration } as CSSProperties} className={current ? "current" : ""}>
      <button
        type="button"
        aria-label={name}
        title={name}
        aria-disabled={!made}
        aria-current={current ? "true" : undefined}
        aria-busy={coming ? "true" : undefined}
        onClick={() => player.openChapter(index)}
      >
        <span className="chapter-name" data-name={short}>
          {short}
        </span>
        <span className="chapter-bar" />
      </button>
    </li>
  );
}
