import { faultAt, faultInWords } from "../../engine/explore/fault.ts";
import { lineOf, shownPosition } from "../store/player-state.ts";
import { threadsAt } from "../store/threads-at.ts";
import { usePlayer, usePlayerState } from "../store/use-player.ts";
import { CodeSwitch } from "./code-switch.tsx";
import "./explorer.css";
import { FindSchedule } from "./find-schedule.tsx";
import { ScheduleTree } from "./schedule-tree.tsx";
import { WhoMoves } from "./who-moves.tsx";

/** Choose which thread moves next, see what was tried, and have a schedule looked for that breaks something. */
export function ExplorerPanel() {
  const player = usePlayer();
  const line = usePlayerState(lineOf);
  const position = usePlayerState(shownPosition);
  const threads = threadsAt(player.state);
  if (threads === undefined) return <p className="panel-words">There are no threads to choose from here.</p>;
  const moment = line.at(position);
  const recording = line.recording(moment);
  const fault = faultAt(recording.setup.system, moment.frame);
  return (
    <div className="explorer">
      <div className="explorer-columns">
        <div className="explorer-part">
          {fault && <p className="fault">Broken here: {faultInWords(fault)}.</p>}
          <WhoMoves threads={threads} now={moment.frame.time} />
          <CodeSwitch system={recording.setup.system} parameters={line.scene(moment).parameters} />
          <FindSchedule key={`${moment.scene} ${recording.setup.system.id}`} />
        </div>
        <ScheduleTree />
      </div>
    </div>
  );
}
