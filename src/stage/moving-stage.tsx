import type { Pictured } from "./layouts.ts";
import { type MovingPane, paneOf } from "./pane.ts";
import { Stage, type StageProps } from "./stage.tsx";

export interface MovingStageProps<P extends Pictured> extends Omit<StageProps, "panes"> {
  readonly panes: readonly MovingPane<P>[];
}

/** The stage between two frames. */
export function MovingStage<P extends Pictured>({ panes, ...stage }: MovingStageProps<P>) {
  return <Stage {...stage} panes={panes.map(paneOf)} />;
}
