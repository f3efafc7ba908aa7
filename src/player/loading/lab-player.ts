import type { OpenedRun } from "../../scenario/link/open-run.ts";
import type { EpisodeModule } from "../episode-module.ts";
import { withLine } from "../store/hand.ts";
import { Player } from "../store/player.ts";
import { lineOf } from "../store/player-state.ts";
import { frameTicker } from "../store/ticker.ts";

/** A player of a run by hand with no episode around it. */
export function labPlayer(module: EpisodeModule, { recording, at }: OpenedRun, speed = 1): Player {
  const player = new Player(module, { ticker: frameTicker, speed });
  const scene = lineOf(player.state).scene(lineOf(player.state).at(0));
  const hand = withLine({ recording, scene, sceneIndex: 0, given: 0, redo: [], runsOn: false });
  player.store.setState({ hand, playhead: at });
  return player;
}
