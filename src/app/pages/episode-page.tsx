import season from "virtual:season";
import { useEffect, useMemo, useState } from "react";
import type { ChapterModule } from "../../player/episode-module.ts";
import { type AnnouncedEpisode, episodeWith } from "../../player/loading/announced-episode.ts";
import { Loaded } from "../../player/loading/loaded.tsx";
import { openingAt } from "../../player/loading/opening.ts";
import type { SentModule } from "../../player/loading/sent-module.ts";
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
import { Header } from "../header/header.tsx";
import { useMemory, useRemembered } from "../storage/memory.ts";
import { answersOf } from "../storage/progress.ts";
import { Message } from "./message.tsx";
import { useBookkeeping } from "./use-bookkeeping.ts";

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
  const tab = useRemembered(({ settings }) => settings.tab);
  const place = useMemo(() => placeIn(announced, route) ?? first, [announced, route, first]);
  const [player] = useState(() => {
    const { settings, progress } = memory.store.getState();
    const answers = answersOf(progress[announced.slug]);
    const module = episodeWith(announced, first.id, chapter);
    return new Player(module, { ticker: frameTicker, ...first, speed: settings.speed, answers });
  });
  useReducedMotion(player);
  useBookkeeping(player, memory);
  useSendingAhead(player);
  useEffect(() => {
    const { state } = player;
    const there = state.hand === null && state.chapter === place.chapter && shownStep(state) === place.step;
    if (there) stay(player);
    else player.openChapter(place.chapter, place.step);
  }, [player, place]);
  return (
    <>
      <title>{`${announced.title} · The Invisible Linked List`}</title>
      <Header current={announced.number} player={player} />
      <PlayerView player={player} tab={tab} onTab={(next) => memory.set({ tab: next })} />
      {place.notice !== undefined && <Notice key={place.notice}>{place.notice}</Notice>}
    </>
  );
}
