import { type Drawing, layoutOf, type Pictured } from "./layouts.ts";
import type { Mark } from "./mark.ts";
import { sample } from "./sample.ts";

/** Where a pane is on the stage, in px of it. */
interface PanePlace {
  /** Names it among the panes. */
  readonly id: string;
  /** Its accessible name. */
  readonly label: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A picture in its place on the stage. */
export interface Pane extends PanePlace {
  readonly marks: readonly Mark[];
}

/** A pane that is on its way from one picture to the next. */
export interface MovingPane<P extends Pictured = Pictured> extends PanePlace {
  readonly view: Drawing<P>;
  readonly from: P;
  readonly to: P;
  /** How far it has gone, 0 … 1. */
  readonly t: number;
}

/** How a moving pane looks. Each frame is laid out once a size; what did not change is the very same marks. */
export function paneOf<P extends Pictured>({ view, from, to, t, ...place }: MovingPane<P>): Pane {
  const before = layoutOf(view, from, place);
  return { ...place, marks: sample(before, layoutOf(view, to, place, before), t) };
}
