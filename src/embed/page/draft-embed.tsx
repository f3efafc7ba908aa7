import { useState } from "react";
import { Draft, type DraftRoute } from "../../player/draft/draft.tsx";
import { Notice } from "../../player/notice/notice.tsx";
import type { EpisodePlace } from "../../player/routes/episode-place.ts";
import type { Player } from "../../player/store/player.ts";
import { begin } from "./begin.ts";
import type { EmbedProps } from "./embed-page.tsx";
import { EmbeddedRun } from "./embedded-run.tsx";
import { Nothing } from "./nothing.tsx";
import { usePassing } from "./use-passing.ts";

interface DraftEmbedProps extends EmbedProps {
  readonly route: DraftRoute;
}

/** An episode of an author's own, whose text the address carries. */
export function DraftEmbed({ route, ...props }: DraftEmbedProps) {
  return (
    <Draft
      route={route}
      speed={1}
      waiting={
        <p className="nothing" role="status">
          The episode is run once before it is shown.
        </p>
      }
      refused={(problem) => <Nothing {...props}>{whyNot(problem)}</Nothing>}
    >
      {(player, place) => <Played player={player} place={place} {...props} />}
    </Draft>
  );
}

interface PlayedProps extends EmbedProps {
  readonly player: Player;
  readonly place: EpisodePlace;
}

function Played({ player, place, ...props }: PlayedProps) {
  const { options } = props;
  useState(() => begin(player, place.chapter, options));
  usePassing(player, !options.panels.includes("narration"));
  return (
    <>
      <title>{`${player.state.episode.title} · The Invisible Linked List`}</title>
      <EmbeddedRun player={player} {...props} />
      {place.notice !== undefined && <Notice key={place.notice}>{place.notice}</Notice>}
    </>
  );
}

type Refusal = Parameters<Parameters<typeof Draft>[0]["refused"]>[0];

function whyNot(problem: Refusal): string {
  if (typeof problem === "string") return `The episode in this address cannot be read: ${problem}.`;
  const [first] = problem.problems;
  if (first === undefined) return "The episode in this address has no steps.";
  return `The episode in this address has problems; the first is in line ${first.line}: ${first.message}.`;
}
