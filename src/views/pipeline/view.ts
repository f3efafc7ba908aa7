import { capital } from "../../engine/comparison/capital.ts";
import type { FailureState } from "../../engine/systems/failures/failure-state.ts";
import { grouped } from "../../engine/systems/grouped.ts";
import type { Mark, Size } from "../../stage/mark.ts";
import { textWidth } from "../../stage/text-width.ts";
import { line } from "../parts/words.ts";
import type { Picture, View } from "../view.ts";
import { card } from "./card.ts";
import { measured } from "./measured.ts";
import { type Measures, measure } from "./measures.ts";
import { numbers } from "./numbers.ts";
import { plot } from "./plot.ts";
import { way } from "./way.ts";
import { happened, standing } from "./words.ts";

/** Stages from left to right with their queues and workers, what is wrong and what helps, and how that shows over time. */
export const view: View<FailureState> = {
  id: "pipeline",
  title: "The pipeline",
  height: { least: 180, share: 1 },
  layout,
  describe: (picture) => `${happened(picture)} ${standing(picture.frame.state)}`,
  log: happened,
};

function layout({ frame: { state } }: Picture<FailureState>, size: Size): readonly Mark[] {
  const measures = measure(state, size);
  const { type, small, pad, cards, charts, counters } = measures;
  return [
    ...head(state, measures, size.width),
    ...state.stages.flatMap((stage) => {
      const box = cards.get(stage.name);
      return box === undefined ? [] : card(state, stage, box, measures);
    }),
    ...way(state, measures),
    ...charts.flatMap((room, i) => {
      const chart = state.charts[i];
      return chart === undefined ? [] : plot(state, chart, room, type, small);
    }),
    ...(counters === null ? [] : numbers(state.counters, pad, size.width - pad, counters, type, small)),
  ];
}

/** How bad it is, and what time it is. */
function head(
  { symptom, time }: FailureState,
  { type, small, pad, head: y }: Measures,
  width: number,
): Mark[] {
  const clock = `${(time / 1_000).toFixed(2)} s`;
  const clockRoom = textWidth("9,999.99 s", { size: small, mono: true });
  const left = pad + type * 1.1;
  const room = width - pad - clockRoom - type - left;
  const sentence = `${capital(symptom.words)}.`;
  const limit = symptom.limit === 0 ? "" : `, limit ${grouped(symptom.limit)}`;
  const short = `${capital(symptom.title)}: ${measured(symptom.value, symptom.unit)}${limit}`;
  const text = textWidth(sentence, { size: type, bold: true }) <= room ? sentence : short;
  return [
    {
      key: "symptom:light",
      kind: "circle",
      n: { x: pad + type * 0.4, y, r: type * 0.36 },
      style: `light ${symptom.bad ? "bad" : "good"}`,
    },
    ...line({
      key: "symptom",
      text,
      x: left,
      y,
      size: type,
      room,
      style: `bold${symptom.bad ? " bad" : ""}`,
    }),
    ...line({
      key: "clock",
      text: clock,
      x: width - pad,
      y,
      size: small,
      room: clockRoom,
      style: "mono muted",
      anchor: "end",
    }),
  ];
}
