import { memo, useMemo, useRef, useState } from "react";
import { useShallow } from "zustand/react/shallow";
import type { Action } from "../../stage/mark.ts";
import { MovingStage } from "../../stage/moving-stage.tsx";
import type { Picture as Pictured } from "../../views/view.ts";
import { LayingAhead } from "../later-parts.tsx";
import { pickByHand } from "../store/hand-picks.ts";
import { openQuestion } from "../store/open-question.ts";
import type { PlayerState } from "../store/player-state.ts";
import { threadsAt } from "../store/threads-at.ts";
import { usePlayer, usePlayerState } from "../store/use-player.ts";
import { panesOf } from "./panes-of.ts";
import { aroundPlayhead } from "./picture-at.ts";
import "./picture.css";
import { useSize } from "./use-size.ts";

/** The pictures of the scene on show. It follows the playhead; nothing else on the page does, frame by frame. */
export const Picture = memo(function Picture() {
  const element = useRef<HTMLDivElement>(null);
  const size = useSize(element);
  const [lit, setLit] = useState<string | null>(null);
  const player = usePlayer();
  const { from, to, t, scene } = usePlayerState(useShallow(aroundPlayhead));
  const { views: known, failed } = usePlayerState(({ stock }) => stock);
  const views = useMemo(() => scene.views.flatMap((id) => known.get(id) ?? []), [scene, known]);
  const asked = usePlayerState((state) => openQuestion(state)?.ask.answer.pick);
  const exercise = usePlayerState(({ hand }) => hand?.exercise);
  const choosing = usePlayerState((state) => openQuestion(state) === undefined && hasThreads(state));
  const offered = choosing ? "thread" : asked === "slot" || asked === "thread" ? asked : null;
  const picking = exercise === undefined ? offered : exercise.picking;
  const pick = (action: Action) => {
    if (exercise !== undefined) exercise.pick(action);
    else if (picking === asked && action.pick === asked) player.setDraft(String(action.value));
    else if (choosing && action.pick === "thread") pickByHand(player, action.value);
  };
  if (scene.views.some((id) => failed.has(id))) {
    return (
      <p className="picture-missing">
        This picture could not be loaded.
        <button type="button" className="button" onClick={() => player.supply.restock()}>
          Try again
        </button>
      </p>
    );
  }
  return (
    <div className="picture" ref={element}>
      {size && (
        <MovingStage<Pictured>
          label="Picture"
          {...size}
          lit={lit}
          onPoint={setLit}
          onPick={pick}
          picking={picking}
          panes={panesOf(views, { from, to, t }, size)}
        />
      )}
      {size && <LayingAhead views={views} size={size} />}
    </div>
  );
});

/** Whether one of the threads in the picture can be chosen to move next. */
function hasThreads(state: PlayerState): boolean {
  return threadsAt(state) !== undefined;
}
