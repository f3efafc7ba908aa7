import season from "virtual:season";
import { useMemo, useState } from "react";
import type { ChapterModule } from "../../player/episode-module.ts";
import { type AnnouncedEpisode, episodeWith } from "../../player/loading/announced-episode.ts";
import { Loaded } from "../../player/loading/loaded.tsx";
import type { SentModule } from "../../player/loading/sent-module.ts";
import { useLinkedMoment } from "../../player/loading/use-linked-moment.ts";
import { useSendingAhead } from "../../player/loading/use-sending-ahead.ts";
import { Notice } from "../../player/notice/notice.tsx";
import { openingAt } from "../../player/opening/opening-at.ts";
import { PlayerView } from "../../player/player-view.tsx";
import { type EpisodePlace, placeIn } from "../../player/routes/episode-place.ts";
import { type EpisodeMode, episodeHref, type Route } from "../../player/routes/route.ts";
import { Player } from "../../player/store/player.ts";
import { frameTicker } from "../../player/store/ticker.ts";
import { useReducedMotion } from "../../player/use-reduced-motion.ts";
import { Header } from "../header/header.tsx";
import { useMemory, useRemembered } from "../storage/memory.ts";
import { answersOf } from "../storage/progress.ts";
import { Message } from "./message.tsx";
import { type Books, useBookkeeping } from "./use-bookkeeping.ts";
import { useHandAddress } from "./use-hand-address.ts";

type EpisodeRoute = Extract<Route, { page: "episode" }>;

/** One episode, at the place that the address names. */
export function EpisodePage({ route }: { readonly route: EpisodeRoute }) {
  const announced = season.find(({ slug }) => slug === route.slug);
  if (announced === undefined) {
    return <Message title="There is no such episode">The season has no episode “{route.slug}”.</Message>;
  }
  const place = placeIn(announced, route);
  const module = place && announced.modules.get(place.id);
  if (!module) {
    return (
      <Message title={announced.title} current={announced.number}>
        Episode {announced.number} is not made yet. It will be about this: {announced.problem}
      </Message>
    );
  }
  return <EpisodeFrom first={place} module={module} announced={announced} route={route} />;
}

interface EpisodeProps {
  /** Where the episode was opened, and how to load that chapter. */
  readonly first: EpisodePlace;
  readonly module: SentModule<ChapterModule>;
  readonly announced: AnnouncedEpisode;
  readonly route: EpisodeRoute;
}

/** The episode from the chapter that it is opened at. Where the address leads later, the player goes. */
function EpisodeFrom({ announced, route, ...opening }: EpisodeProps) {
  const [{ first, module }] = useState(opening);
  return (
    <Loaded {...openingAt(announced.slug, first, module)}>
      {(chapter) => <OpenEpisode {...{ first, chapter, announced, route }} />}
    </Loaded>
  );
}

interface OpenProps extends Omit<EpisodeProps, "module"> {
  readonly chapter: ChapterModule;
}

function OpenEpisode({ first, chapter, announced, route }: OpenProps) {
  const memory = useMemory();
  const place = useMemo(() => placeIn(announced, route) ?? first, [announced, route, first]);
  const [player] = useState(() => {
    const { settings, progress } = memory.store.getState();
    const answers = answersOf(progress[announced.slug]);
    const module = episodeWith(announced, first.id, chapter);
    return new Player(module, { ticker: frameTicker, ...first, speed: settings.speed, answers });
  });
  useReducedMotion(player);
  useBookkeeping(player, memory, useBooks(announced.slug, route.mode));
  useHandAddress(player, route.mode === "episodes");
  useSendingAhead(player);
  const told = useLinkedMoment(player, place, route.mode === "notes" ? undefined : route.query);
  const notice = [place.notice ?? "", told].filter((words) => words !== "").join(" ");
  return (
    <>
      <title>{`${announced.title} · The Invisible Linked List`}</title>
      <Shown player={player} route={route} number={announced.number} />
      {notice !== "" && <Notice key={notice}>{notice}</Notice>}
    </>
  );
}

/** Notes follow the slides, which keep the books; paper has no place. */
function useBooks(slug: string, mode: EpisodeMode): Books {
  return useMemo(() => {
    const keeps = mode === "episodes" || mode === "present";
    const hrefOf = (chapter: string, step: number) => episodeHref(slug, chapter, step, mode);
    return { hrefOf: keeps ? hrefOf : undefined, progress: keeps };
  }, [slug, mode]);
}

interface ShownProps {
  readonly player: Player;
  readonly route: EpisodeRoute;
  readonly number: number;
}

/** The same episode at the same place, played or as it is needed for a class. */
function Shown({ player, route, number }: ShownProps) {
  const memory = useMemory();
  const tab = useRemembered(({ settings }) => settings.tab);
  switch (route.mode) {
    case "episodes":
      return (
        <>
          <Header current={number} player={player} />
          <PlayerView player={player} tab={tab} onTab={(next) => memory.set({ tab: next })} />
        </>
      );
    case "present":
      return (
        <Loaded name="the presentation" load={() => import("../presentation/presentation.tsx")}>
          {({ default: Presentation }) => <Presentation player={player} />}
        </Loaded>
      );
    case "notes":
      return (
        <Loaded name="the notes" load={() => import("../presentation/notes-window.tsx")}>
          {({ default: NotesWindow }) => (
            <NotesWindow player={player} talk={route.query?.get("talk") ?? ""} />
          )}
        </Loaded>
      );
    case "handout":
      return (
        <Loaded name="the handout" load={() => import("../../player/handout/handout.tsx")}>
          {({ default: Handout }) => <Handout player={player} />}
        </Loaded>
      );
  }
}
