import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { CheckedText } from "../../../player/draft/check/checker.ts";
import type { ChapterModule } from "../../../player/episode-module.ts";
import { type Layout, layoutIn } from "../../../player/layout.ts";
import { loadChapterModule } from "../../../player/loading/play-module.ts";
import { PlayerView } from "../../../player/player-view.tsx";
import { Player } from "../../../player/store/player.ts";
import { frameTicker } from "../../../player/store/ticker.ts";
import { useReducedMotion } from "../../../player/use-reduced-motion.ts";
import type { Chapter, EpisodeOverview } from "../../../scenario/index.ts";
import { useMemory, useRemembered } from "../../storage/memory.ts";
import "./preview.css";
import type { TextPlace } from "./text-place.ts";
import { usePlace } from "./use-place.ts";

interface PreviewProps {
  readonly checked: CheckedText | undefined;
  readonly place: TextPlace | undefined;
  readonly onPlace: (place: Omit<TextPlace, "done">) => void;
}

interface Shown {
  readonly module: ChapterModule;
  readonly episode: EpisodeOverview;
  /** What it was made of, as a text. */
  readonly madeOf: string;
}

/** The chapter that the author is in, as a reader sees it; while something is wrong with it, as it was before. */
export function Preview({ checked, place, onPlace }: PreviewProps) {
  const [shown, setShown] = useState<Shown>();
  const [failed, setFailed] = useState<string>();
  const id = place?.chapter ?? checked?.chapters.find(({ steps }) => steps.length > 0)?.id;
  const chapter = id === undefined ? undefined : checked?.playable.get(id);
  const episode = checked?.episode;
  // A text that is checked again is often the same: then nothing begins anew.
  const key = useMemo(() => (chapter && episode ? keyOf(chapter, episode) : undefined), [chapter, episode]);
  useEffect(() => {
    if (chapter === undefined || episode === undefined || key === undefined || chapter.beats.length === 0)
      return;
    let wanted = true;
    loadChapterModule(chapter).then(
      (module) => {
        if (!wanted) return;
        setFailed(undefined);
        setShown((before) => (before?.madeOf === key ? before : { module, episode, madeOf: key }));
      },
      (error: unknown) => wanted && setFailed(error instanceof Error ? error.message : String(error)),
    );
    return () => {
      wanted = false;
    };
  }, [chapter, episode, key]);
  const stale = shown !== undefined && key !== shown.madeOf && checked?.done === true;
  const words = failed ?? (stale ? whyStale(chapter, shown.module.chapter.title) : "");
  return (
    <>
      <p className="preview-words" role="status">
        {words}
      </p>
      {shown === undefined ? (
        <p className="preview-empty">{whyEmpty(checked, chapter)}</p>
      ) : (
        <PlayedChapter key={shown.madeOf} {...shown} checked={checked} place={place} onPlace={onPlace} />
      )}
    </>
  );
}

function keyOf(chapter: Chapter, { number, title, chapters }: EpisodeOverview): string {
  return JSON.stringify([chapter, number, title, chapters], (_, value) =>
    value === undefined ? "\0undefined" : value,
  );
}

function whyStale(chapter: Chapter | undefined, title: string): string {
  if (chapter?.beats.length === 0) return `This chapter has no steps yet. Shown is “${title}”.`;
  return `Shown is “${title}” as it last was without problems.`;
}

function whyEmpty(checked: CheckedText | undefined, chapter: Chapter | undefined): string {
  if (checked?.done !== true) return "The text is being checked.";
  if (checked.problems.length > 0) return "The preview begins when the problems are put right.";
  return chapter === undefined || chapter.beats.length === 0
    ? "There is nothing to see in this chapter yet. It needs a system block, and words below it."
    : "";
}

interface PlayedProps extends Shown, PreviewProps {}

function PlayedChapter({ module, episode, checked, place, onPlace }: PlayedProps) {
  const memory = useMemory();
  const tab = useRemembered(({ settings }) => settings.tab);
  const latest = useRef(checked);
  latest.current = checked;
  const player = useMemo(() => {
    const { id } = module.chapter;
    const others = episode.chapters.filter((each) => each.id !== id && each.steps > 0);
    const later = others.map((each) => [each.id, () => playable(latest.current, each.id)] as const);
    return new Player(
      { episode, chapters: new Map([[id, module]]), laterChapters: new Map(later) },
      {
        ticker: frameTicker,
        chapter: episode.chapters.findIndex((each) => each.id === id),
        speed: memory.store.getState().settings.speed,
      },
    );
  }, [module, episode, memory]);
  useReducedMotion(player);
  usePlace(player, place, onPlace);
  const [box, arranged] = useArrangement();
  return (
    <div className="preview-box" ref={box}>
      {arranged && (
        <PlayerView
          player={player}
          tab={tab}
          onTab={(next) => memory.set({ tab: next })}
          arranged={arranged}
        />
      )}
    </div>
  );
}

/** Another chapter, when nothing is wrong with it. */
async function playable(checked: CheckedText | undefined, id: string): Promise<ChapterModule> {
  const chapter = checked?.playable.get(id);
  if (chapter === undefined) throw new Error("this chapter has problems, or is still being checked");
  return loadChapterModule(chapter);
}

/** How a player fits into a box, whatever size it is made. */
function useArrangement(): [(box: HTMLElement | null) => (() => void) | undefined, Layout | undefined] {
  const [arranged, arrange] = useState<Layout>();
  const watch = useCallback((box: HTMLElement | null) => {
    if (box === null) return undefined;
    const measure = () => arrange(layoutIn(box.clientWidth, box.clientHeight));
    measure();
    if (typeof ResizeObserver === "undefined") return undefined;
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    return () => observer.disconnect();
  }, []);
  return [watch, arranged];
}
