import { useEffect, useMemo, useRef, useState } from "react";
import type { ChapterModule } from "../../player/episode-module.ts";
import { type AnnouncedEpisode, episodeWith } from "../../player/loading/announced-episode.ts";
import { Loaded } from "../../player/loading/loaded.tsx";
import type { SentModule } from "../../player/loading/sent-module.ts";
import { useMomentInStep } from "../../player/loading/use-linked-moment.ts";
import { useSendingAhead } from "../../player/loading/use-sending-ahead.ts";
import { Notice } from "../../player/notice/notice.tsx";
import { openingAt } from "../../player/opening/opening-at.ts";
import { type EpisodePlace, placeIn } from "../../player/routes/episode-place.ts";
import type { Route } from "../../player/routes/route.ts";
import { Player } from "../../player/store/player.ts";
import { frameTicker } from "../../player/store/ticker.ts";
import { begin, keepToPart, moveTo } from "./begin.ts";
import type { EmbedProps } from "./embed-page.tsx";
import { EmbeddedRun } from "./embedded-run.tsx";
import { usePassing } from "./use-passing.ts";

interface EpisodeEmbedProps extends EmbedProps {
  readonly announced: AnnouncedEpisode;
  readonly first: EpisodePlace;
  readonly module: SentModule<ChapterModule>;
  readonly route: Extract<Route, { page: "episode" }>;
}

/** An episode from the chapter that it is opened at. */
export function EpisodeEmbed({ first: place, module: sent, ...props }: EpisodeEmbedProps) {
  const [{ first, module }] = useState({ first: place, module: sent });
  return (
    <Loaded {...openingAt(props.announced.slug, first, module)}>
      {(chapter) => <OpenEpisode {...props} first={first} chapter={chapter} />}
    </Loaded>
  );
}

interface OpenProps extends Omit<EpisodeEmbedProps, "module"> {
  readonly chapter: ChapterModule;
}

function OpenEpisode({ first, chapter, announced, route, ...props }: OpenProps) {
  const { options } = props;
  const place = useMemo(() => placeIn(announced, route) ?? first, [announced, route, first]);
  const [player] = useState(() => {
    const player = new Player(episodeWith(announced, first.id, chapter), { ticker: frameTicker, ...first });
    begin(player, first.chapter, options);
    return player;
  });
  useSendingAhead(player, options.controls === "full" && options.to === undefined && !options.loop);
  usePassing(player, !options.panels.includes("narration"));
  const at = useRef(place);
  useEffect(() => {
    if (at.current === place) return;
    at.current = place;
    return moveTo(player, place, options);
  }, [player, place, options]);
  const { from, to, loop } = options;
  useEffect(() => keepToPart(player, at.current.chapter, { from, to, loop }), [player, from, to, loop]);
  const told = useMomentInStep(player, place, route.query);
  const notice = [place.notice ?? "", told].filter((words) => words !== "").join(" ");
  return (
    <>
      <title>{`${announced.title} · The Invisible Linked List`}</title>
      <EmbeddedRun player={player} {...props} />
      {notice !== "" && <Notice key={notice}>{notice}</Notice>}
    </>
  );
}
