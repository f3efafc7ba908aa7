import { useEffect } from "react";
import { useShallow } from "zustand/react/shallow";
import type { Field, Operation, System } from "../../engine/index.ts";
import { follow } from "../explorer/follow.ts";
import { doByHand } from "../store/hand-controls.ts";
import { runByHand } from "../store/hand-schedule.ts";
import type { PlayerState } from "../store/player-state.ts";
import { threadsAt } from "../store/threads-at.ts";
import { usePlayer, usePlayerState } from "../store/use-player.ts";
import "./kernel-hands.css";
import { OperationForm } from "./operation-form.tsx";
import { Popover } from "./popover.tsx";
import { RunFor } from "./run-for.tsx";

interface KernelHandsProps {
  readonly system: System;
  readonly suggestedFor: (operation: Operation<unknown>) => { readonly [argument: string]: string };
}

/** So many operations stand in the row; the rest is a press away. */
const IN_ROW = 2;

/** What moves a system with a kernel, and what can be done to it in the middle of a run. */
export function KernelHands({ system, suggestedFor }: KernelHandsProps) {
  const player = usePlayer();
  const running = usePlayerState(({ playing, hand }) => playing && hand?.runsOn === true);
  useEffect(() => void follow(player), [player]);
  const names = usePlayerState(useShallow(threadNames));
  const all = Object.entries(system.operations);
  const ofThreads = all.filter(([, { arguments: fields }]) => hasThread(fields));
  const others = all.filter(([, { arguments: fields }]) => !hasThread(fields));
  const forms = (operations: typeof all) =>
    operations.map(([name, operation]) => (
      <OperationForm
        key={`${system.id} ${name}`}
        name={name}
        operation={choosing(operation, names)}
        suggested={suggestedFor(operation)}
        primary={false}
      />
    ));
  return (
    <div className="operations">
      <button
        type="button"
        className="button primary"
        title="Run on and on, until you pause"
        onClick={() => (running ? player.pause() : runByHand(player))}
      >
        {running ? "Pause the run" : "Run"}
      </button>
      <button
        type="button"
        className="button"
        title="One smallest step of whoever is next, or of the clock"
        onClick={() => doByHand(player, { operation: "run", values: { steps: 1 } })}
      >
        Next event
      </button>
      <RunFor />
      {forms(others.slice(0, IN_ROW))}
      {ofThreads.length > 0 && <Popover title="One thread">{forms(ofThreads)}</Popover>}
      {others.length > IN_ROW && <Popover title="More">{forms(others.slice(IN_ROW))}</Popover>}
    </div>
  );
}

/** Of more threads than this one is named by typing. */
const MOST_NAMES = 64;

function threadNames(state: PlayerState): readonly string[] {
  const names: string[] = [];
  for (const { name } of threadsAt(state)?.threads ?? []) if (names.push(name) > MOST_NAMES) break;
  return names;
}

/** The same operation, its thread to be chosen from those there are. */
function choosing(operation: Operation<unknown>, names: readonly string[]): Operation<unknown> {
  if (names.length === 0 || names.length > MOST_NAMES || !hasThread(operation.arguments)) return operation;
  const fields = Object.entries(operation.arguments).map(([name, field]) => [
    name,
    (field as Field).kind === "thread" ? { ...field, options: names, default: chosen(field, names) } : field,
  ]);
  return { ...operation, arguments: Object.fromEntries(fields) };
}

function chosen({ default: usual }: System["parameters"][string], names: readonly string[]) {
  return typeof usual === "string" && names.includes(usual) ? usual : names[0];
}

function hasThread(fields: System["parameters"]): boolean {
  return Object.values(fields).some((field) => (field as Field).kind === "thread");
}
