import { useMemo } from "react";
import { registry } from "../../engine/systems/registry.ts";
import type { EpisodeModule } from "../../player/episode-module.ts";
import { labPlayer, type OpenedLab } from "../../player/loading/lab-player.ts";
import { LinkedLab } from "../../player/loading/linked-lab.tsx";
import { RUNNING } from "../../player/loading/use-linked-moment.ts";
import { Notice } from "../../player/notice/notice.tsx";
import type { Route } from "../../player/routes/route.ts";
import type { EmbedProps } from "./embed-page.tsx";
import { EmbeddedRun } from "./embedded-run.tsx";
import { Nothing } from "./nothing.tsx";

interface LabEmbedProps extends EmbedProps {
  readonly route: Extract<Route, { page: "lab" }>;
}

/** Any system, run by hand, at the place in its run that the address leads to. */
export function LabEmbed({ route, ...props }: LabEmbedProps) {
  const system = registry.get(route.system ?? "");
  if (system !== undefined) {
    return (
      <LinkedLab system={system} query={route.query} waiting={<p className="nothing">{RUNNING}</p>}>
        {(module, run) => <OpenLab module={module} run={run} {...props} />}
      </LinkedLab>
    );
  }
  const ids = [...registry.keys()].join(", ");
  return <Nothing {...props}>{`The lab has no system “${route.system ?? ""}”. It has ${ids}.`}</Nothing>;
}

interface OpenLabProps extends EmbedProps {
  readonly module: EpisodeModule;
  readonly run: OpenedLab;
}

function OpenLab({ module, run, ...props }: OpenLabProps) {
  const player = useMemo(() => labPlayer(module, run), [module, run]);
  const notice = run.problems.join(" ");
  return (
    <>
      <title>{`${module.episode.title} · The Invisible Linked List`}</title>
      <EmbeddedRun player={player} free {...props} />
      {notice !== "" && <Notice key={notice}>{notice}</Notice>}
    </>
  );
}
