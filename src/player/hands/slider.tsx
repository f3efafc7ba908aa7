import { useEffect, useRef } from "react";
import { rerunByHand, settleByHand } from "../store/hand-live.ts";
import { usePlayer } from "../store/use-player.ts";
import { inWords } from "./in-words.ts";

interface SliderProps {
  readonly name: string;
  readonly range: { readonly min: number; readonly max: number };
  readonly value: number;
}

/** A live parameter to be dragged: the run so far is seen under each of its values, at most one for each picture painted. */
export function Slider({ name, range, value }: SliderProps) {
  const player = usePlayer();
  const drag = useRef<{ next: number; since: number; frame: number } | undefined>(undefined);
  const slide = (next: number) => {
    const since = player.state.hand?.recording.inputs.length ?? 0;
    drag.current ??= { next, since, frame: 0 };
    const current = drag.current;
    current.next = next;
    if (current.frame !== 0) return;
    current.frame = requestAnimationFrame(() => {
      current.frame = 0;
      rerunByHand(player, name, current.next);
    });
  };
  const settle = () => {
    const { current } = drag;
    if (current === undefined) return;
    drag.current = undefined;
    if (current.frame !== 0) {
      cancelAnimationFrame(current.frame);
      rerunByHand(player, name, current.next);
    }
    settleByHand(player, name, current.since);
  };
  useEffect(
    () => () => {
      if (drag.current !== undefined) cancelAnimationFrame(drag.current.frame);
    },
    [],
  );
  return (
    <input
      type="range"
      className="slider"
      aria-label={`drag: ${inWords(name)}`}
      {...range}
      value={drag.current?.next ?? value}
      onChange={(event) => slide(Number(event.target.value))}
      onPointerUp={settle}
      onKeyUp={settle}
      onBlur={settle}
    />
  );
}
