import { useMemo } from "react";
import type { System } from "../../engine/index.ts";
import { registry } from "../../engine/systems/registry.ts";
import type { EpisodeModule } from "../../player/episode-module.ts";
import { labHref } from "../../player/link/lab-href.ts";
import { loadLabModule } from "../../player/loading/lab-module.ts";
import { Loaded } from "../../player/loading/loaded.tsx";
import { Notice } from "../../player/notice/notice.tsx";
import { PlayerView } from "../../player/player-view.tsx";
import type { Route } from "../../player/routes/route.ts";
import { withLine } from "../../player/store/hand.ts";
import { Player } from "../../player/store/player.ts";
import { lineOf } from "../../player/store/player-state.ts";
import { frameTicker } from "../../player/store/ticker.ts";
import { useReducedMotion } from "../../player/use-reduced-motion.ts";
import { type OpenedRun, openRun } from "../../scenario/link/open-run.ts";
import { printRun } from "../../scenario/link/print-run.ts";
import { Header } from "../header/header.tsx";
import { useMemory, useRemembered } from "../storage/memory.ts";
import { LabIndex } from "./lab-index.tsx";
import { Message } from "./message.tsx";
import { useRunAddress } from "./use-run-address.ts";

type LabRoute = Extract<Route, { page: "lab" }>;

/** Any system, run by hand. */
export default function LabPage({ route }: { readonly route: LabRoute }) {
  if (route.system === undefined) return <LabIndex systems={[...registry.values()]} />;
  const system = registry.get(route.system);
  if (system === undefined) {
    return <Message title="There is no such system">The lab has no system “{route.system}”.</Message>;
  }
  return <LinkedLab system={system} route={route} />;
}

/** A system at the place in its run that the address leads to. */
function LinkedLab({ system, route }: { readonly system: System; readonly route: LabRoute }) {
  const run = useMemo(() => openRun(system, new Map(route.query)), [system, route]);
  const { setup } = run.recording;
  // The run itself is no part of what is loaded.
  const name = labHref(system.id, printRun({ setup, inputs: [], length: 1 }, 0));
  return (
    <Loaded key={name} name={name} load={() => loadLabModule(setup)}>
      {(module) => <OpenLab module={module} run={run} />}
    </Loaded>
  );
}

function OpenLab({ module, run }: { readonly module: EpisodeModule; readonly run: OpenedRun }) {
  const memory = useMemory();
  const tab = useRemembered(({ settings }) => settings.tab);
  const player = useMemo(
    () => openByHand(module, run, memory.store.getState().settings.speed),
    [module, run, memory],
  );
  useReducedMotion(player);
  useRunAddress(player);
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

function openByHand(module: EpisodeModule, { recording, at }: OpenedRun, speed: number): Player {
  const player = new Player(module, { ticker: frameTicker, speed });
  const scene = lineOf(player.state).scene(lineOf(player.state).at(0));
  const hand = withLine({ recording, scene, sceneIndex: 0, given: 0, redo: [], runsOn: false });
  player.store.setState({ hand, playhead: at });
  return player;
}
