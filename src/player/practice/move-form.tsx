import { useId } from "react";
import { frameAt, kindOf } from "../../engine/practice/exercise.ts";
import type { Practice } from "../../scenario/index.ts";
import { usePlayer } from "../store/use-player.ts";
import type { OpenExercise } from "./open-exercise.ts";
import { chooseKind, makeMove } from "./session.ts";

interface MoveFormProps {
  readonly open: OpenExercise;
  readonly practice: Practice;
}

/** What comes next: first what sort of move, then what it is done to, here or in the picture. */
export function MoveForm({ open, practice }: MoveFormProps) {
  const player = usePlayer();
  const name = useId();
  const { exercise, kind } = open;
  return (
    <div className="move-form">
      <fieldset className="kinds">
        <legend>What comes next?</legend>
        {exercise.kinds.map(({ id, title }) => (
          <label key={id}>
            <input type="radio" name={name} checked={kind === id} onChange={() => chooseKind(player, id)} />
            <span>{title}</span>
          </label>
        ))}
      </fieldset>
      {kind !== null && <Targets open={open} practice={practice} kind={kind} />}
    </div>
  );
}

function Targets({ open, practice, kind }: MoveFormProps & { readonly kind: string }) {
  const player = usePlayer();
  const { exercise, place } = open;
  const { on } = kindOf(exercise, kind);
  if (on === undefined) {
    return (
      <button
        type="button"
        className="button primary"
        onClick={() => makeMove(player, { kind, target: null }, practice)}
      >
        Make this move
      </button>
    );
  }
  const { state } = exercise.recording.frame(frameAt(exercise, place));
  return (
    <fieldset className="targets">
      <legend>
        {on.question}
        {on.pick !== undefined && <span className="how"> Choose here or in the picture.</span>}
      </legend>
      {on.targets(state).map((target) => (
        <button
          key={target}
          type="button"
          className="button"
          aria-label={on.name(target)}
          onClick={() => makeMove(player, { kind, target }, practice)}
        >
          {target}
        </button>
      ))}
    </fieldset>
  );
}
