import { type Drawing, layoutOf, type Pictured } from "./layouts.ts";
import { sample } from "./sample.ts";
import { Stage, type StageProps } from "./stage.tsx";

/** A pane that is on its way from one picture to the next. */
export interface MovingPane<P extends Pictured = Pictured> {
  readonly id: string;
  readonly label: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly view: Drawing<P>;
  readonly from: P;
  readonly to: P;
  /** How far it has gone, 0 … 1. */
  readonly t: number;
}

export interface MovingStageProps<P extends Pictured> extends Omit<StageProps, "panes"> {
  readonly panes: readonly MovingPane<P>[];
}

/** The stage between two frames. Each frame is laid out once a size; what did not change is not drawn again. */
export function MovingStage<P extends Pictured>({ panes, ...stage }: MovingStageProps<P>) {
  return (
    <Stage
      {...stage}
      panes={panes.map(({ view, from, to, t, ...pane }) => {
        const before = layoutOf(view, from, pane);
        return { ...pane, marks: sample(before, layoutOf(view, to, pane, before), t) };
      })}
    />
  );
}
