import { useEffect, useMemo } from "react";
import type { Plain, System } from "../../engine/index.ts";
import { registry } from "../../engine/systems/registry.ts";
import type { EpisodeModule } from "../../player/episode-module.ts";
import { readFields, textsOf } from "../../player/hands/read-fields.ts";
import { PlayerView } from "../../player/player-view.tsx";
import { takeOver } from "../../player/store/hand.ts";
import { Player } from "../../player/store/player.ts";
import { lineOf } from "../../player/store/player-state.ts";
import { frameTicker } from "../../player/store/ticker.ts";
import { Header } from "../header/header.tsx";
import { labHref, type Route } from "../routes/route.ts";
import { replaceHash } from "../routes/use-route.ts";
import { useMemory, useRemembered } from "../storage/memory.ts";
import { useReducedMotion } from "../use-reduced-motion.ts";
import { LabIndex } from "./lab-index.tsx";
import { loadLabModule } from "./lab-module.ts";
import { Loaded } from "./loaded.tsx";
import { Message } from "./message.tsx";
import { Notice } from "./notice.tsx";

type LabRoute = Extract<Route, { page: "lab" }>;

/** Any system, run by hand. */
export default function LabPage({ route }: { readonly route: LabRoute }) {
  if (route.system === undefined) return <LabIndex systems={[...registry.values()]} />;
  const system = registry.get(route.system);
  if (system === undefined) {
    return <Message title="There is no such system">The lab has no system “{route.system}”.</Message>;
  }
  const { parameters, notice } = parametersIn(system, route.query);
  return <LoadedLab key={labHref(system.id, printed(parameters))} {...{ system, parameters, notice }} />;
}

interface LabProps {
  readonly system: System;
  readonly parameters: { readonly [name: string]: Plain };
  readonly notice: string;
}

function LoadedLab({ system, parameters, notice }: LabProps) {
  const name = labHref(system.id, printed(parameters));
  return (
    <Loaded name={name} load={() => loadLabModule(system, parameters)}>
      {(module) => <OpenLab module={module} notice={notice} />}
    </Loaded>
  );
}

function OpenLab({ module, notice }: { readonly module: EpisodeModule; readonly notice: string }) {
  const memory = useMemory();
  const tab = useRemembered(({ settings }) => settings.tab);
  const player = useMemo(() => openByHand(module, memory.store.getState().settings.speed), [module, memory]);
  useReducedMotion(player);
  useEffect(
    () =>
      player.store.subscribe(({ hand }, before) => {
        if (hand === null || hand.scene.parameters === before.hand?.scene.parameters) return;
        replaceHash(labHref(hand.scene.system, printed(hand.scene.parameters)));
      }),
    [player],
  );
  return (
    <>
      <title>{`${module.episode.title} · The Invisible Linked List`}</title>
      <Header player={player} />
      <PlayerView player={player} free tab={tab} onTab={(next) => memory.set({ tab: next })} />
      {notice !== "" && <Notice>{notice}</Notice>}
    </>
  );
}

function openByHand(module: EpisodeModule, speed: number): Player {
  const player = new Player(module, { ticker: frameTicker, speed });
  player.store.setState({ hand: takeOver(lineOf(player.state), 0) });
  return player;
}

/** The parameters that the address names; what is not allowed is said, and the default taken. */
function parametersIn(system: System, query: URLSearchParams) {
  const asked = Object.fromEntries([...query].filter(([name]) => name in system.parameters));
  const read = readFields(system.parameters, { ...textsOf(system.parameters), ...asked });
  if (read.ok) return { parameters: read.values, notice: "" };
  const defaults = readFields(system.parameters, textsOf(system.parameters));
  const notice = Object.entries(read.messages).map(([name, message]) => `${name} ${message}`);
  return { parameters: defaults.ok ? defaults.values : {}, notice: `${notice.join("; ")}.` };
}

function printed(parameters: { readonly [name: string]: Plain }): Record<string, string> {
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, String(value)]));
}
