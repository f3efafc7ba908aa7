import { useMemo } from "react";
import type { System } from "../../engine/index.ts";
import { registry } from "../../engine/systems/registry.ts";
import type { EpisodeModule } from "../../player/episode-module.ts";
import { labHref } from "../../player/link/lab-href.ts";
import { loadLabModule } from "../../player/loading/lab-module.ts";
import { labPlayer } from "../../player/loading/lab-player.ts";
import { Loaded } from "../../player/loading/loaded.tsx";
import { Notice } from "../../player/notice/notice.tsx";
import type { Route } from "../../player/routes/route.ts";
import { type OpenedRun, openRun } from "../../scenario/link/open-run.ts";
import { printRun } from "../../scenario/link/print-run.ts";
import { type EmbedProps, Nothing } from "./embed-page.tsx";
import { EmbeddedRun } from "./embedded-run.tsx";

interface LabEmbedProps extends EmbedProps {
  readonly route: Extract<Route, { page: "lab" }>;
}

/** Any system, run by hand, at the place in its run that the address leads to. */
export function LabEmbed({ route, ...props }: LabEmbedProps) {
  const system = registry.get(route.system ?? "");
  if (system !== undefined) return <LinkedLab system={system} route={route} {...props} />;
  const ids = [...registry.keys()].join(", ");
  return <Nothing {...props}>{`The lab has no system “${route.system ?? ""}”. It has ${ids}.`}</Nothing>;
}

function LinkedLab({ system, route, ...props }: LabEmbedProps & { readonly system: System }) {
  const run = useMemo(() => openRun(system, new Map(route.query)), [system, route]);
  const { setup } = run.recording;
  // The run itself is no part of what is loaded.
  const name = labHref(system.id, printRun({ setup, inputs: [], length: 1 }, 0));
  return (
    <Loaded key={name} name={name} load={() => loadLabModule(setup)}>
      {(module) => <OpenLab module={module} run={run} {...props} />}
    </Loaded>
  );
}

interface OpenLabProps extends EmbedProps {
  readonly module: EpisodeModule;
  readonly run: OpenedRun;
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
