import season from "virtual:season";
import { useMemo, useState } from "react";
import type { ChapterModule } from "../../player/episode-module.ts";
import { PlayerView } from "../../player/player-view.tsx";
import { Player } from "../../player/store/player.ts";
import { frameTicker } from "../../player/store/ticker.ts";
import { Header } from "../header/header.tsx";
import { type EpisodePlace, placeIn } from "../routes/episode-place.ts";
import type { Route } from "../routes/route.ts";
import { useMemory, useRemembered } from "../storage/memory.ts";
import { answersOf } from "../storage/progress.ts";
import { useReducedMotion } from "../use-reduced-motion.ts";
import { Loaded } from "./loaded.tsx";
import { Message } from "./message.tsx";
import { Notice } from "./notice.tsx";
import { openingAt } from "./opening.ts";
import { type SentModule, sendFor } from "./sent-module.ts";
import { useBookkeeping } from "./use-bookkeeping.ts";
import { useLinkedMoment } from "./use-linked-moment.ts";
import { useSendingAhead } from "./use-sending-ahead.ts";

type Announced = (typeof season)[number];
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
  readonly announced: Announced;
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
    const chapters = new Map([[first.id, chapter]]);
    const later = [...announced.modules].map(([id, module]) => [id, () => sendFor(module)] as const);
    const module = { episode: announced, chapters, laterChapters: new Map(later) };
    return new Player(module, { ticker: frameTicker, ...first, speed: settings.speed, answers });
  });
  useReducedMotion(player);
  useBookkeeping(player, memory);
  useSendingAhead(player);
  const told = useLinkedMoment(player, place, route.query);
  const notice = [place.notice ?? "", told].filter((words) => words !== "").join(" ");
  return (
    <>
      <title>{`${announced.title} · The Invisible Linked List`}</title>
      <Header current={announced.number} player={player} />
      <PlayerView player={player} tab={tab} onTab={(next) => memory.set({ tab: next })} />
      {notice !== "" && <Notice key={notice}>{notice}</Notice>}
    </>
  );
}
