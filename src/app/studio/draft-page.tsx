import { useEffect, useMemo, useRef, useState } from "react";
import type { ChapterModule } from "../../player/episode-module.ts";
import { Loaded } from "../../player/loading/loaded.tsx";
import { loadChapterModule, viewIds } from "../../player/loading/play-module.ts";
import { useSendingAhead } from "../../player/loading/use-sending-ahead.ts";
import { Notice } from "../../player/notice/notice.tsx";
import { PlayerView } from "../../player/player-view.tsx";
import { type EpisodePlace, placeIn } from "../../player/routes/episode-place.ts";
import type { Route } from "../../player/routes/route.ts";
import { stay } from "../../player/store/coming-chapter.ts";
import { Player } from "../../player/store/player.ts";
import { shownStep } from "../../player/store/player-state.ts";
import { frameTicker } from "../../player/store/ticker.ts";
import { useReducedMotion } from "../../player/use-reduced-motion.ts";
import type { EpisodeOverview } from "../../scenario/index.ts";
import { Header } from "../header/header.tsx";
import { Message } from "../pages/message.tsx";
import { useBookkeeping } from "../pages/use-bookkeeping.ts";
import { useMemory, useRemembered } from "../storage/memory.ts";
import { type CheckedText, Checker } from "./check/checker.ts";
import { copyHref, draftHref, textIn } from "./draft-link.ts";
import "./draft-page.css";

type DraftRoute = Extract<Route, { page: "draft" }>;

/** An episode whose text came with the link. It is read and run here, as its author's page did. */
export default function DraftPage({ route }: { readonly route: DraftRoute }) {
  const read = useMemo(() => textIn(route.text), [route.text]);
  if (!read.ok) {
    return <Message title="This link is damaged">The episode in it cannot be read: {read.message}.</Message>;
  }
  return <CheckedDraft text={read.value} route={route} />;
}

function CheckedDraft({ text, route }: { readonly text: string; readonly route: DraftRoute }) {
  const [checked, setChecked] = useState<CheckedText>();
  const [first] = useState(route.chapter);
  useEffect(() => {
    const checker = new Checker(viewIds, setChecked);
    checker.check(text, first);
    return () => checker.dispose();
  }, [text, first]);
  const place = checked && placeIn(checked.episode, route);
  const playable = place && checked?.playable.get(place.id);
  if (checked === undefined || (playable === undefined && !checked.done)) return <Waiting />;
  if (place === undefined || playable === undefined) return <Refused checked={checked} packed={route.text} />;
  return <OpenDraft checked={checked} place={place} route={route} />;
}

function Waiting() {
  return (
    <>
      <Header />
      <main className="message">
        <h1 className="for-ears">An episode from a link</h1>
        <p role="status">The episode is run once before it is shown.</p>
      </main>
    </>
  );
}

/** More than these help nobody. */
const MOST = 20;

function Refused({ checked, packed }: { readonly checked: CheckedText; readonly packed: string }) {
  const { problems } = checked;
  return (
    <>
      <title>An episode with problems · The Invisible Linked List</title>
      <Header />
      <main className="message">
        <h1>{problems.length === 0 ? "There is nothing to see yet" : "This episode has problems"}</h1>
        <p>
          {problems.length === 0
            ? "The episode in this link has no steps."
            : "The text in this link is not right yet, so it cannot be played."}
        </p>
        <ul className="refused">
          {problems.slice(0, MOST).map(({ line, column, message }) => (
            <li key={`${line}:${column} ${message}`}>
              <code>
                {line}:{column}
              </code>{" "}
              {message}
            </li>
          ))}
        </ul>
        <p>
          <a href={copyHref(packed)}>Open a copy in the studio</a> or <a href="#/">see the season</a>.
        </p>
      </main>
    </>
  );
}

interface OpenProps {
  readonly checked: CheckedText;
  readonly place: EpisodePlace;
  readonly route: DraftRoute;
}

function OpenDraft({ checked, place, route }: OpenProps) {
  const [opening] = useState({ checked, place });
  const chapter = opening.checked.playable.get(opening.place.id);
  if (chapter === undefined) return null;
  return (
    <Loaded name={`draft ${opening.place.id} ${route.text}`} load={() => loadChapterModule(chapter)}>
      {(module) => <PlayedDraft module={module} first={opening.place} {...{ checked, place, route }} />}
    </Loaded>
  );
}

interface PlayedProps extends OpenProps {
  readonly module: ChapterModule;
  readonly first: EpisodePlace;
}

function PlayedDraft({ module, first, checked, place, route }: PlayedProps) {
  const memory = useMemory();
  const tab = useRemembered(({ settings }) => settings.tab);
  const chapters = useComing(checked);
  const [episode] = useState<EpisodeOverview>(checked.episode);
  const [player] = useState(() => {
    const made = episode.chapters.filter(({ id, steps }) => id !== first.id && steps > 0);
    const laterChapters = new Map(made.map(({ id }) => [id, () => chapters(id)] as const));
    const { speed } = memory.store.getState().settings;
    return new Player(
      { episode, chapters: new Map([[first.id, module]]), laterChapters },
      { ticker: frameTicker, ...first, speed },
    );
  });
  useReducedMotion(player);
  useBookkeeping(
    player,
    memory,
    useMemo(
      () => ({
        hrefOf: (chapter: string, step: number) => draftHref(route.text, chapter, step),
        progress: false,
      }),
      [route.text],
    ),
  );
  useSendingAhead(player);
  const { chapter, step } = place;
  useEffect(() => {
    const { state } = player;
    const there = state.hand === null && state.chapter === chapter && shownStep(state) === step;
    if (there) stay(player);
    else player.openChapter(chapter, step);
    // Only where the address leads counts, not that more chapters have been checked.
  }, [player, chapter, step]);
  return (
    <>
      <title>{`${episode.title} · The Invisible Linked List`}</title>
      <Header player={player} />
      <PlayerView player={player} tab={tab} onTab={(next) => memory.set({ tab: next })} />
      <Notice>
        This episode came with its link and is not one of this site’s own.{" "}
        <a href={copyHref(route.text)}>Edit a copy</a>
      </Notice>
      {place.notice !== undefined && <Notice key={place.notice}>{place.notice}</Notice>}
    </>
  );
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
