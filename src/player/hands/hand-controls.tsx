import { lazy, memo, Suspense, useState } from "react";
import type { Fields, Operation } from "../../engine/index.ts";
import { Icon } from "../icon.tsx";
import { type Line, operationsBegun } from "../line/line.ts";
import { canUndo } from "../store/hand.ts";
import { redoByHand, restartByHand, undoByHand } from "../store/hand-controls.ts";
import { lineOf, type PlayerState, shownPosition } from "../store/player-state.ts";
import { usePlayer } from "../store/use-player.ts";
import { useReadingState } from "../store/use-reading-state.ts";
import "./hand-controls.css";
import { BackToEpisode } from "./back-to-episode.tsx";
import { HandResult } from "./hand-result.tsx";
import { HandsRoom } from "./hands-room.tsx";
import { MessageRoom } from "./message-room.ts";
import { nextItem } from "./next-item.ts";
import { OperationForm } from "./operation-form.tsx";
import { ParametersForm } from "./parameters-form.tsx";

const KernelHands = lazy(() =>
  import("./kernel-hands.tsx").then((module) => ({ default: module.KernelHands })),
);
const LiveParameters = lazy(() =>
  import("./live-parameters.tsx").then((module) => ({ default: module.LiveParameters })),
);

export interface HandControlsProps {
  /** Nothing else of the page is beside them to show the result and the way back. */
  readonly alone: boolean;
  /** There is no episode to go back to. */
  readonly free: boolean;
}

/** What is offered changes with the operations that have begun, the scene, and the system's coming, not with every move. */
function offersAlike(a: PlayerState, b: PlayerState): boolean {
  return a.hand === b.hand && a.reach === b.reach && lineOf(a) === lineOf(b) && sameOffer(lineOf(a), a, b);
}

function sameOffer(line: Line, a: PlayerState, b: PlayerState): boolean {
  const [from, to] = [shownPosition(a), shownPosition(b)];
  if (from === to || line.length === 0) return true;
  return (
    operationsBegun(line, from) === operationsBegun(line, to) && line.at(from).scene === line.at(to).scene
  );
}

/** Everything that can be done to the system on show, made from its definition. */
export const HandControls = memo(function HandControls({ alone, free }: HandControlsProps) {
  const player = usePlayer();
  const [messages, setMessages] = useState<HTMLElement | null>(null);
  const state = useReadingState(offersAlike);
  const { hand } = state;
  const line = lineOf(state);
  if (line.length === 0) return null;
  const moment = line.at(shownPosition(state));
  const scene = line.scene(moment);
  const system = state.module.systems.get(scene.system);
  if (system === undefined) return <HandsRoom />;
  const { inputs } = line.recording(moment);
  const last = moment.frame.cause.input;
  const suggestedFor = ({ arguments: fields }: Operation<unknown>) =>
    suggestions(fields, (argument, first) => nextItem(inputs, last, argument, first));
  return (
    <MessageRoom value={alone ? null : messages}>
      <section className="hands" aria-label="Run it by hand" inert={hand?.exercise !== undefined}>
        {system.kernel === undefined ? (
          <div className="operations">
            {Object.entries(system.operations).map(([name, operation], index) => (
              <OperationForm
                key={`${system.id} ${name}`}
                name={name}
                operation={operation}
                suggested={suggestedFor(operation)}
                primary={index === 0}
              />
            ))}
          </div>
        ) : (
          <Suspense>
            <KernelHands key={system.id} system={system} suggestedFor={suggestedFor} />
          </Suspense>
        )}
        {alone && <HandResult />}
        <div className="hand-course">
          {system.kernel === undefined ? (
            <ParametersForm
              key={`${moment.scene} ${system.id}`}
              system={system}
              parameters={scene.parameters}
              onRestart={(parameters) => restartByHand(player, parameters)}
            />
          ) : (
            <Suspense>
              <LiveParameters
                key={`${moment.scene} ${system.id}`}
                system={system}
                line={line}
                moment={moment}
              />
            </Suspense>
          )}
          <button
            type="button"
            className="button quiet"
            aria-label="Undo"
            title="Undo (Ctrl+Z)"
            aria-disabled={hand === null || !canUndo(hand)}
            onClick={() => undoByHand(player)}
          >
            <Icon name="undo" />
          </button>
          <button
            type="button"
            className="button quiet"
            aria-label="Redo"
            title="Redo (Ctrl+Shift+Z)"
            aria-disabled={hand === null || hand.redo.length === 0}
            onClick={() => redoByHand(player)}
          >
            <Icon name="redo" />
          </button>
          {hand !== null && alone && !free && <BackToEpisode />}
        </div>
        {!alone && <div ref={setMessages} className="field-messages" />}
      </section>
    </MessageRoom>
  );
});

function suggestions(
  fields: Fields,
  suggest: (argument: string, first: string) => string,
): { readonly [argument: string]: string } {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) =>
      field.kind === "item" ? [[name, suggest(name, String(field.default))]] : [],
    ),
  );
}
