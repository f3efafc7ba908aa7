import type { AdaptiveBufferState } from "../../engine/systems/backpressure/adaptive-buffer-state.ts";
import type { Mark, Size } from "../../stage/mark.ts";
import type { Picture, View } from "../view.ts";
import { chart } from "./chart.ts";
import { gauges } from "./gauges.ts";
import { head } from "./head.ts";
import { type Measures, measure } from "./measures.ts";
import { queue } from "./queue.ts";
import { happened, standing } from "./words.ts";

/** A buffer with the mode it is in, what it measures against which limits, and which mode ruled when. */
export const view: View<AdaptiveBufferState> = {
  id: "adaptive",
  title: "The adaptive buffer",
  height: { least: 200, share: 1 },
  layout,
  describe: (picture) => `${happened(picture)} ${standing(picture.frame.state)}`,
  log: happened,
};

function layout({ frame: { state } }: Picture<AdaptiveBufferState>, size: Size): readonly Mark[] {
  const measures: Measures = measure(size);
  return [
    ...head(state, measures),
    ...queue(state, measures),
    ...gauges(state, measures),
    ...chart(state, measures),
  ];
}
