import { useEffect, useRef, useState } from "react";
import type { Player } from "../store/player.ts";
import { lineOf } from "../store/player-state.ts";
import { type Choice, FORMATS, PROPORTIONS } from "./choices.ts";
import { paint } from "./paint.ts";
import { drawStill } from "./still.ts";
import { takeOf } from "./take-of.ts";

/** What the file will show first, small. */
export function Preview({ player, choice }: { readonly player: Player; readonly choice: Choice }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [missing, setMissing] = useState(false);
  useEffect(() => {
    let wanted = true;
    draw(player, choice, canvas.current).then(
      () => wanted && setMissing(false),
      () => wanted && setMissing(true),
    );
    return () => {
      wanted = false;
    };
  }, [player, choice]);
  return (
    <div className="export-preview">
      <canvas ref={canvas} role="img" aria-label="What the file will show first" hidden={missing} />
      {missing && <p>There is no preview of this step.</p>}
    </div>
  );
}

async function draw(player: Player, choice: Choice, canvas: HTMLCanvasElement | null): Promise<void> {
  // Not while React is at work: what is drawn here is rendered at once.
  await Promise.resolve();
  const moves = "rate" in FORMATS[choice.format];
  if (moves) await player.supply.provide(choice.first, choice.first);
  const { state } = player;
  const step = lineOf(state).stepAt(Math.floor(state.playhead));
  const take = moves ? takeOf(state, choice.first, choice.first) : takeOf(state, step, step);
  const playhead = moves ? take.from : state.playhead;
  const { size } = PROPORTIONS[choice.proportion];
  const words = choice.captions ? take.words(playhead) : "";
  const drawing = drawStill({ ...state, playhead }, { size, theme: choice.theme, words });
  const context = canvas?.getContext("2d");
  if (canvas === null || context === null || context === undefined) throw new Error("nothing to paint on");
  canvas.width = drawing.width;
  canvas.height = drawing.height;
  paint(context, drawing, 1);
}
