import season from "virtual:season";
import { useEffect, useMemo, useState } from "react";
import type { EpisodeModule } from "../../player/episode-module.ts";
import { PlayerView } from "../../player/player-view.tsx";
import { Player } from "../../player/store/player.ts";
import { shownStep } from "../../player/store/player-state.ts";
import { frameTicker } from "../../player/store/ticker.ts";
import { Header } from "../header/header.tsx";
import { placeIn } from "../routes/episode-place.ts";
import type { Route } from "../routes/route.ts";
import { useMemory, useRemembered } from "../storage/memory.ts";
import { answersOf } from "../storage/progress.ts";
import { useReducedMotion } from "../use-reduced-motion.ts";
import { Loaded } from "./loaded.tsx";
import { Message } from "./message.tsx";
import { Notice } from "./notice.tsx";
import { useBookkeeping } from "./use-bookkeeping.ts";

type EpisodeRoute = Extract<Route, { page: "episode" }>;

/** One episode, at the place that the address names. */
export function EpisodePage({ route }: { readonly route: EpisodeRoute }) {
  const announced = season.find(({ slug }) => slug === route.slug);
  if (announced === undefined) {
    return <Message title="There is no such episode">The season has no episode “{route.slug}”.</Message>;
  }
  if (announced.load === undefined) {
    return (
      <Message title={announced.title} current={announced.number}>
        Episode {announced.number} is not made yet. It will be about this: {announced.problem}
      </Message>
    );
  }
  return (
    <Loaded name={announced.slug} load={announced.load}>
      {(module) => <LoadedEpisode module={module} route={route} />}
    </Loaded>
  );
}

function LoadedEpisode({ module, route }: { readonly module: EpisodeModule; readonly route: EpisodeRoute }) {
  const memory = useMemory();
  const tab = useRemembered(({ settings }) => settings.tab);
  const place = useMemo(() => placeIn(module.episode, route), [module, route]);
  const [player] = useState(() => {
    const { settings, progress } = memory.store.getState();
    const answers = answersOf(progress[module.episode.slug]);
    return new Player(module, { ticker: frameTicker, ...place, speed: settings.speed, answers });
  });
  useReducedMotion(player);
  useBookkeeping(player, memory);
  useEffect(() => {
    if (place === undefined) return;
    const { state } = player;
    const there = state.hand === null && state.chapter === place.chapter && shownStep(state) === place.step;
    if (!there) player.openChapter(place.chapter, place.step);
  }, [player, place]);
  if (place === undefined) {
    return (
      <Message title={module.episode.title} current={module.episode.number}>
        No chapter of this episode is made yet.
      </Message>
    );
  }
  return (
    <>
      <title>{`${module.episode.title} · The Invisible Linked List`}</title>
      <Header current={module.episode.number} player={player} />
      <PlayerView player={player} tab={tab} onTab={(next) => memory.set({ tab: next })} />
      {place.notice !== undefined && <Notice key={place.notice}>{place.notice}</Notice>}
    </>
  );
}
