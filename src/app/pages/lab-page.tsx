import { useEffect, useMemo } from "react";
import { nearest } from "../../engine/comparison/nearest.ts";
import { registry } from "../../engine/systems/registry.ts";
import type { EpisodeModule } from "../../player/episode-module.ts";
import { labHref } from "../../player/link/lab-href.ts";
import { labPlayer, type OpenedLab } from "../../player/loading/lab-player.ts";
import { LinkedLab } from "../../player/loading/linked-lab.tsx";
import { Notice } from "../../player/notice/notice.tsx";
import { PlayerView } from "../../player/player-view.tsx";
import type { Route } from "../../player/routes/route.ts";
import { useReducedMotion } from "../../player/use-reduced-motion.ts";
import { Header } from "../header/header.tsx";
import { useMemory, useRemembered } from "../storage/memory.ts";
import { LabIndex } from "./lab-index.tsx";
import { Message } from "./message.tsx";
import { followRun } from "./run-address.ts";

type LabRoute = Extract<Route, { page: "lab" }>;

/** Any system, run by hand. */
export default function LabPage({ route }: { readonly route: LabRoute }) {
  if (route.system === undefined) return <LabIndex systems={[...registry.values()]} />;
  const system = registry.get(route.system);
  if (system === undefined) return <NoSystem asked={route.system} />;
  return (
    <LinkedLab
      system={system}
      query={route.query}
      waiting={<Message title={system.title}>Running to the moment of this link …</Message>}
    >
      {(module, run) => <OpenLab module={module} run={run} />}
    </LinkedLab>
  );
}

function NoSystem({ asked }: { readonly asked: string }) {
  const meant = nearest(asked, registry.keys());
  return (
    <Message title="There is no such system">
      The lab has no system “{asked}”.{" "}
      {meant !== undefined && (
        <>
          Did you mean <a href={labHref(meant)}>{meant}</a>?{" "}
        </>
      )}
      <a href={labHref()}>All systems</a>
    </Message>
  );
}

function OpenLab({ module, run }: { readonly module: EpisodeModule; readonly run: OpenedLab }) {
  const memory = useMemory();
  const tab = useRemembered(({ settings }) => settings.tab);
  const player = useMemo(
    () => labPlayer(module, run, memory.store.getState().settings.speed),
    [module, run, memory],
  );
  useReducedMotion(player);
  useEffect(() => followRun(player), [player]);
  const notice = run.problems.join(" ");
  return (
    <>
      <title>{`${module.episode.title} · The Invisible Linked List`}</title>
      <Header player={player} />
      <PlayerView player={player} free tab={tab} onTab={(next) => memory.set({ tab: next })} />
      {notice !== "" && <Notice key={notice}>{notice}</Notice>}
    </>
  );
}
