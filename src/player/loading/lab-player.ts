import type { System } from "../../engine/index.ts";
import { type OpenedRun, openingRun } from "../../scenario/link/open-run.ts";
import { readQuery } from "../../scenario/link/query.ts";
import type { EpisodeModule } from "../episode-module.ts";
import { withLine } from "../store/hand.ts";
import { Player } from "../store/player.ts";
import { lineOf } from "../store/player-state.ts";
import { frameTicker } from "../store/ticker.ts";

/** A run that the address of a lab leads to. */
export interface OpenedLab extends OpenedRun {
  /** The panel that the link opens. */
  readonly tab: string | undefined;
}

/** Do what the address of a lab says, a few moves each time it is asked to go on. */
export function* openingLab(
  system: System,
  entries: Iterable<readonly [string, string]>,
): Generator<void, OpenedLab> {
  const { query, problems } = readQuery(entries);
  const run = new Map(query);
  run.delete("tab");
  const opened = yield* openingRun(system, run);
  return { ...opened, problems: [...problems, ...opened.problems], tab: query.get("tab") };
}

/** A player of a run by hand with no episode around it. */
export function labPlayer(module: EpisodeModule, { recording, at, tab }: OpenedLab, speed = 1): Player {
  const player = new Player(module, { ticker: frameTicker, speed });
  const scene = lineOf(player.state).scene(lineOf(player.state).at(0));
  const hand = withLine({ recording, scene, sceneIndex: 0, given: 0, redo: [], runsOn: false });
  player.store.setState({ hand, playhead: at, ...(tab === undefined ? {} : { panel: tab }) });
  return player;
}
