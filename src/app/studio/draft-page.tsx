import { useMemo } from "react";
import type { CheckedText } from "../../player/draft/check/checker.ts";
import { Draft, type DraftRoute } from "../../player/draft/draft.tsx";
import { copyHref, draftHref } from "../../player/draft/draft-link.ts";
import { Notice } from "../../player/notice/notice.tsx";
import { PlayerView } from "../../player/player-view.tsx";
import type { EpisodePlace } from "../../player/routes/episode-place.ts";
import type { Player } from "../../player/store/player.ts";
import { Header } from "../header/header.tsx";
import { Message } from "../pages/message.tsx";
import { useBookkeeping } from "../pages/use-bookkeeping.ts";
import { useMemory, useRemembered } from "../storage/memory.ts";
import "./draft-page.css";

/** An episode whose text came with the link. */
export default function DraftPage({ route }: { readonly route: DraftRoute }) {
  const { speed } = useMemory().store.getState().settings;
  return (
    <Draft
      route={route}
      speed={speed}
      waiting={<Waiting />}
      refused={(problem) => <Refused problem={problem} packed={route.text} />}
    >
      {(player, place) => <Played player={player} place={place} route={route} />}
    </Draft>
  );
}

interface PlayedProps {
  readonly player: Player;
  readonly place: EpisodePlace;
  readonly route: DraftRoute;
}

function Played({ player, place, route }: PlayedProps) {
  const memory = useMemory();
  const tab = useRemembered(({ settings }) => settings.tab);
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
  return (
    <>
      <title>{`${player.state.episode.title} · The Invisible Linked List`}</title>
      <Header player={player} guest />
      <PlayerView player={player} tab={tab} onTab={(next) => memory.set({ tab: next })} />
      <Notice>
        This episode came with its link and is not one of this site’s own.{" "}
        <a href={copyHref(route.text)}>Edit a copy</a>
      </Notice>
      {place.notice !== undefined && <Notice key={place.notice}>{place.notice}</Notice>}
    </>
  );
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

interface RefusedProps {
  readonly problem: string | CheckedText;
  readonly packed: string;
}

function Refused({ problem, packed }: RefusedProps) {
  if (typeof problem === "string") {
    return <Message title="This link is damaged">The episode in it cannot be read: {problem}.</Message>;
  }
  const { problems } = problem;
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
