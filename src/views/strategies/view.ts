import type { BackpressureComparisonState } from "../../engine/systems/backpressure/backpressure-comparison-state.ts";
import type { Mark, Size } from "../../stage/mark.ts";
import { textWidth } from "../../stage/text-width.ts";
import { fitting } from "../parts/fitting.ts";
import { count } from "../parts/phrases.ts";
import { line } from "../parts/words.ts";
import type { Picture, View } from "../view.ts";
import { chart } from "./chart.ts";
import { lane } from "./lane.ts";
import { type Measures, measure } from "./measures.ts";
import { SHOWN } from "./order.ts";
import { happened, standing } from "./words.ts";

/** Above the buffers, the longest first. */
const HEADINGS = ["newest → oldest → consumer", "to the consumer →", "consumer →", "→"];

/** Five lanes under the same arrivals, what each costs, and how long their jobs take. */
export const view: View<BackpressureComparisonState> = {
  id: "strategies",
  title: "Five strategies",
  height: { least: 200, share: 1 },
  layout,
  describe: (picture) => `${happened(picture)} ${standing(picture.frame.state)}`,
  log: happened,
};

function layout({ frame: { state } }: Picture<BackpressureComparisonState>, size: Size): readonly Mark[] {
  const measures = measure(size);
  return [
    ...head(state, measures, size.width),
    ...SHOWN.flatMap((name, i) => lane(name, state.lanes[name], i, measures)),
    ...chart(state, measures),
  ];
}

function head(
  { arrived, load, time }: BackpressureComparisonState,
  measures: Measures,
  width: number,
): Mark[] {
  const { type, small, pad, head: y, headings, columns, strip } = measures;
  const clockRoom = textWidth("9,999.99 s", { size: small, mono: true });
  return [
    ...line({
      key: "arrived",
      text: `load ${load} % · the same ${count(arrived, "job")} to each`,
      x: pad,
      y,
      size: type,
      room: width - 2 * pad - clockRoom - type,
      style: "bold",
    }),
    ...line({
      key: "clock",
      text: `${(time / 1_000).toFixed(2)} s`,
      x: width - pad,
      y,
      size: small,
      room: clockRoom,
      style: "mono muted",
      anchor: "end",
    }),
    ...(strip === null
      ? []
      : line({
          key: "heading:strip",
          text: fitting(HEADINGS, strip.right - strip.left, { size: small }),
          x: strip.right,
          y: headings,
          size: small,
          room: strip.right - strip.left,
          style: "muted",
          anchor: "end",
        })),
    ...columns.flatMap(({ key, heading, right, room }) =>
      line({
        key: `heading:${key}`,
        text: heading,
        x: right,
        y: headings,
        size: small,
        room,
        style: "muted",
        anchor: "end",
      }),
    ),
  ];
}
