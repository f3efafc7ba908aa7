import { useEffect, useRef } from "react";
import { moveWords } from "../../engine/practice/exercise.ts";
import { shownPosition } from "../store/player-state.ts";
import { usePlayer, usePlayerState } from "../store/use-player.ts";
import type { OpenExercise } from "./open-exercise.ts";

/** All that the engine does, move by move. It follows the picture; each line leads to its place and says why. */
export function ModelAnswer({ open: { exercise } }: { readonly open: OpenExercise }) {
  const player = usePlayer();
  const current = usePlayerState((state) => {
    const position = shownPosition(state);
    return exercise.steps.findLastIndex(({ frame }) => frame <= position);
  });
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    list.current?.children[current]?.scrollIntoView?.({ block: "nearest" });
  }, [current]);
  return (
    <ol ref={list} className="moves model" aria-label="Model answer">
      {exercise.steps.map(({ moves, why, frame }, index) => (
        <li
          key={`${frame} ${moves[0]?.kind}`}
          aria-current={index === current ? "step" : undefined}
          data-in-sight={index === current ? "" : undefined}
        >
          <button type="button" onClick={() => player.go(frame)}>
            {moves.map((move) => moveWords(exercise, move)).join(" ")}
          </button>
          {index === current && <p>{why}</p>}
        </li>
      ))}
    </ol>
  );
}
