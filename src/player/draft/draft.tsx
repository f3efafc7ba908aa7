import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import type { EpisodeOverview } from "../../scenario/index.ts";
import type { ChapterModule } from "../episode-module.ts";
import { Loaded } from "../loading/loaded.tsx";
import { loadChapterModule, viewIds } from "../loading/play-module.ts";
import { useSendingAhead } from "../loading/use-sending-ahead.ts";
import { type EpisodePlace, placeIn } from "../routes/episode-place.ts";
import type { Route } from "../routes/route.ts";
import { stay } from "../store/coming-chapter.ts";
import { Player } from "../store/player.ts";
import { shownStep } from "../store/player-state.ts";
import { frameTicker } from "../store/ticker.ts";
import { useReducedMotion } from "../use-reduced-motion.ts";
import { type CheckedText, Checker } from "./check/checker.ts";
import { textIn } from "./draft-link.ts";

export type DraftRoute = Extract<Route, { page: "draft" }>;

interface DraftProps {
  readonly route: DraftRoute;
  readonly speed: number;
  /** Shown while the text is read and run. */
  readonly waiting: ReactNode;
  /** Shown when it cannot be played: why not, in a sentence, or what was found in it. */
  readonly refused: (problem: string | CheckedText) => ReactNode;
  readonly children: (player: Player, place: EpisodePlace) => ReactNode;
}

/** An episode whose text came with its address. It is read, checked and run here, as its author's page did. */
export function Draft(props: DraftProps) {
  const { text: packed } = props.route;
  const read = useMemo(() => textIn(packed), [packed]);
  if (!read.ok) return props.refused(read.message);
  return <CheckedDraft text={read.value} {...props} />;
}

function CheckedDraft({ text, ...props }: DraftProps & { readonly text: string }) {
  const { route, waiting, refused } = props;
  const [checked, setChecked] = useState<CheckedText>();
  const [first] = useState(route.chapter);
  useEffect(() => {
    const checker = new Checker(viewIds, setChecked);
    checker.check(text, first);
    return () => checker.dispose();
  }, [text, first]);
  const place = checked && placeIn(checked.episode, route);
  const playable = place && checked?.playable.get(place.id);
  if (checked === undefined || (playable === undefined && !checked.done)) return waiting;
  if (place === undefined || playable === undefined) return refused(checked);
  return <OpenDraft {...props} checked={checked} place={place} />;
}

interface OpenProps extends DraftProps {
  readonly checked: CheckedText;
  readonly place: EpisodePlace;
}

function OpenDraft(props: OpenProps) {
  const { checked, place, route } = props;
  const [opening] = useState({ checked, place });
  const chapter = opening.checked.playable.get(opening.place.id);
  if (chapter === undefined) return null;
  return (
    <Loaded name={`draft ${opening.place.id} ${route.text}`} load={() => loadChapterModule(chapter)}>
      {(module) => <PlayedDraft {...props} module={module} first={opening.place} />}
    </Loaded>
  );
}

interface PlayedProps extends OpenProps {
  readonly module: ChapterModule;
  readonly first: EpisodePlace;
}

function PlayedDraft({ module, first, checked, place, speed, children }: PlayedProps) {
  const chapters = useComing(checked);
  const [episode] = useState<EpisodeOverview>(checked.episode);
  const [player] = useState(() => {
    const made = episode.chapters.filter(({ id, steps }) => id !== first.id && steps > 0);
    const laterChapters = new Map(made.map(({ id }) => [id, () => chapters(id)] as const));
    return new Player(
      { episode, chapters: new Map([[first.id, module]]), laterChapters },
      { ticker: frameTicker, ...first, speed },
    );
  });
  useReducedMotion(player);
  useSendingAhead(player);
  const { chapter, step } = place;
  const at = useRef({ chapter, step });
  useEffect(() => {
    // Where it begins is up to whoever shows it.
    if (at.current.chapter === chapter && at.current.step === step) return;
    at.current = { chapter, step };
    const { state } = player;
    const there = state.hand === null && state.chapter === chapter && shownStep(state) === step;
    if (there) stay(player);
    else player.openChapter(chapter, step);
    // Only where the address leads counts, not that more chapters have been checked.
  }, [player, chapter, step]);
  return children(player, place);
}

/** How to have a chapter, once it has been checked. */
function useComing(checked: CheckedText): (id: string) => Promise<ChapterModule> {
  const coming = useRef({ checked, waiting: new Set<() => void>() }).current;
  useEffect(() => {
    coming.checked = checked;
    for (const look of [...coming.waiting]) look();
  }, [coming, checked]);
  return (id) =>
    new Promise((resolve, reject) => {
      const look = () => {
        const chapter = coming.checked.playable.get(id);
        if (chapter === undefined && !coming.checked.done) return;
        coming.waiting.delete(look);
        if (chapter === undefined) reject(new Error("this chapter has problems"));
        else resolve(loadChapterModule(chapter));
      };
      coming.waiting.add(look);
      look();
    });
}
