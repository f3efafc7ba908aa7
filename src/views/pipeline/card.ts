import { capital } from "../../engine/comparison/capital.ts";
import type { FailureState, StageState } from "../../engine/systems/failures/failure-state.ts";
import { grouped } from "../../engine/systems/grouped.ts";
import type { Mark } from "../../stage/mark.ts";
import { typeOf } from "../../stage/text-box.ts";
import { textWidth } from "../../stage/text-width.ts";
import type { Plot } from "../parts/chart.ts";
import { LEAST_WHOLE, line } from "../parts/words.ts";
import { crew } from "./crew.ts";
import { dial } from "./dial.ts";
import type { Measures } from "./measures.ts";
import { broken, LEADING, paragraph } from "./paragraph.ts";
import { queueStrip } from "./queue-strip.ts";

/** One stage: its title, its queue and workers, and in words what it does and what is wrong or helps there. */
export function card(state: FailureState, stage: StageState, box: Plot, measures: Measures): Mark[] {
  const { fault, remedy } = state;
  const hasFault = fault.active && fault.stage === stage.name;
  const hasRemedy = remedy.on && remedy.stage === stage.name;
  const style = `card${stage.open ? "" : " closed"}${hasFault ? " fault" : hasRemedy ? " remedy" : ""}`;
  const frame: Mark = {
    key: `card:${stage.name}`,
    kind: "rect",
    n: { x: box.left, y: box.top, w: box.right - box.left, h: box.bottom - box.top, corner: 8 },
    style,
  };
  const notes = [
    ...(hasFault ? [{ key: "fault", text: capital(fault.words), style: "bold bad" }] : []),
    ...(hasRemedy ? [{ key: "remedy", text: capital(remedy.words), style: "bold good" }] : []),
    { key: `words:${stage.name}`, text: capital(stage.words), style: "muted" },
  ];
  const content =
    stage.capacity === 0
      ? plain(stage, box, measures, notes)
      : isLow(box, measures)
        ? low(state, stage, box, measures)
        : busy(state, stage, box, measures, notes);
  return [frame, ...content];
}

interface Note {
  readonly key: string;
  readonly text: string;
  readonly style: string;
}

/** A stage without a queue: what comes or goes there in a second. */
function plain(
  stage: StageState,
  box: Plot,
  { type, small, across }: Measures,
  notes: readonly Note[],
): Mark[] {
  const inset = Math.min(type * 0.8, (box.right - box.left) * 0.08);
  const room = box.right - box.left - 2 * inset;
  const [left, right] = [box.left + inset, box.right - inset];
  const rate = `${grouped(stage.rateOut)}/s`;
  if (!across) {
    const y = (box.top + box.bottom) / 2;
    const title = textWidth(stage.title, { size: small, bold: true }) + small;
    const rateWidth = textWidth(rate, { size: small, bold: true }) + small;
    return [
      ...line({
        key: `title:${stage.name}`,
        text: stage.title,
        x: left,
        y,
        size: small,
        room: room * 0.4,
        style: "bold",
      }),
      ...line({
        key: `rate:${stage.name}`,
        text: rate,
        x: right,
        y,
        size: small,
        room: room * 0.25,
        style: "bold",
        anchor: "end",
      }),
      ...notes.slice(0, 1).flatMap((note) =>
        line({
          ...note,
          x: left + title,
          y,
          size: small,
          room: room - title - rateWidth,
          least: LEAST_WHOLE,
        }),
      ),
    ];
  }
  const titleAt = box.top + type * 1.1;
  const rateAt = titleAt + type * 1.7;
  const face = stage.clock === null ? 0 : Math.min(type * 2.6, (box.bottom - rateAt) * 0.3, room * 0.4);
  return [
    ...line({
      key: `title:${stage.name}`,
      text: stage.title,
      x: left,
      y: titleAt,
      size: type,
      room,
      style: "bold",
    }),
    ...line({
      key: `rate:${stage.name}`,
      text: rate,
      x: left,
      y: rateAt,
      size: type * 1.25,
      room: room - face,
      style: "bold",
    }),
    ...(stage.clock === null || face < 8
      ? []
      : dial(stage.name, stage.clock, { x: right - face / 2, y: rateAt, r: face / 2 })),
    ...stacked(
      notes,
      { ...box, left, right, top: rateAt + type * 1.1, bottom: box.bottom - inset * 0.6 },
      small,
    ),
  ];
}

/** No room for a title above the queue. */
function isLow({ top, bottom }: Plot, { small }: Measures): boolean {
  return bottom - top < small * 3.9;
}

/** Everything in one line: the title, the queue, the workers. */
function low({ time }: FailureState, stage: StageState, box: Plot, { small }: Measures): Mark[] {
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  const inset = Math.min(small * 0.6, height * 0.2);
  const inner = {
    left: box.left + small * 0.6,
    right: box.right - small * 0.6,
    top: box.top + inset,
    bottom: box.bottom - inset,
  };
  const title = Math.min(width * 0.3, small * 7);
  const hands = stage.workers.length === 0 ? 0 : Math.min(width * 0.2, 40 * stage.workers.length);
  return [
    ...line({
      key: `title:${stage.name}`,
      text: stage.title,
      x: inner.left,
      y: (box.top + box.bottom) / 2,
      size: Math.min(small, height * 0.8),
      room: title - small * 0.5,
      style: "bold",
    }),
    ...queueStrip(
      stage,
      { ...inner, left: inner.left + title, right: inner.right - hands - small * 0.5 },
      small,
    ),
    ...(hands === 0 ? [] : crew(stage.name, stage.workers, { ...inner, left: inner.right - hands }, time)),
  ];
}

function busy(
  state: FailureState,
  stage: StageState,
  box: Plot,
  { type, small }: Measures,
  notes: readonly Note[],
): Mark[] {
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  const inset = Math.min(type * 0.8, width * 0.06, height * 0.16);
  const [left, right] = [box.left + inset, box.right - inset];
  const titleSize = Math.min(type, height * 0.3);
  const titleAt = box.top + inset * 0.5 + titleSize * 0.7;
  const room = right - left;
  const title = textWidth(stage.title, { size: titleSize, bold: true }) + type;
  const top = titleAt + titleSize * 0.9;
  const bottom = box.bottom - inset * 0.7;
  const free = bottom - top;
  const isStacked = width < 300 && free >= type * 6;
  const strip = Math.min(isStacked ? free * 0.26 : free * 0.56, 44);
  const wordsAt = top + (isStacked ? 2 * strip + type * 0.5 : strip) + type * 0.35;
  const hasWords = bottom - wordsAt >= small * LEADING;
  // Too low for words below: the queue takes all there is, and the first of the words goes beside the title.
  const high = hasWords ? strip : free;
  const hands = isStacked
    ? room
    : Math.min(room * 0.28, Math.max(40, 50 * stage.workers.length), 50 * Math.max(1, stage.workers.length));
  const queue: Plot = {
    left,
    right: isStacked || stage.workers.length === 0 ? right : right - hands - type * 0.6,
    top,
    bottom: top + high,
  };
  const crewBox: Plot = isStacked
    ? { left, right, top: top + strip + type * 0.5, bottom: top + 2 * strip + type * 0.5 }
    : { left: right - hands, right, top, bottom: top + high };
  const rates =
    stage.latency === null
      ? `${stage.rateIn}/s in, ${stage.rateOut}/s out`
      : `${stage.rateIn}/s in, ${stage.rateOut}/s out, p99 ${grouped(Math.round(stage.latency))} ms`;
  const beside = hasWords ? { key: `rates:${stage.name}`, text: rates, style: "muted" } : notableOf(notes);
  const face = stage.clock === null ? 0 : Math.min(titleSize * 2.2, free * 0.6);
  const short = `${stage.rateIn} → ${stage.rateOut}/s`;
  const besideRoom = room - title;
  const text = hasWords && textWidth(rates, { size: small }) > besideRoom ? short : beside.text;
  return [
    ...line({
      key: `title:${stage.name}`,
      text: stage.title,
      x: left,
      y: titleAt,
      size: titleSize,
      room,
      style: "bold",
    }),
    ...(besideRoom > small * 4
      ? line({
          ...beside,
          text,
          x: right,
          y: titleAt,
          size: small,
          room: besideRoom,
          anchor: "end",
          least: LEAST_WHOLE,
        })
      : []),
    ...queueStrip(stage, queue, small),
    ...(stage.workers.length === 0 ? [] : crew(stage.name, stage.workers, crewBox, state.time)),
    ...(stage.clock === null || face < 10 || !hasWords
      ? []
      : dial(stage.name, stage.clock, { x: right - face / 2, y: bottom - face / 2, r: face / 2 })),
    ...(hasWords
      ? stacked(
          notes,
          { left, right: right - (face === 0 ? 0 : face + type * 0.5), top: wordsAt, bottom },
          small,
        )
      : []),
  ];
}

/** The one note that there is room for: what helps, else what is wrong, else how it stands. */
function notableOf(notes: readonly Note[]): Note {
  return (notes.findLast(({ style }) => style.startsWith("bold")) ?? notes[0]) as Note;
}

/** Notes one below the other, as many lines as there is room for. The first ones count most. */
function stacked(notes: readonly Note[], box: Plot, size: number): Mark[] {
  const step = size * LEADING;
  const room = box.right - box.left;
  let free = Math.floor((box.bottom - box.top + 0.5) / step);
  let { top } = box;
  const marks: Mark[] = [];
  notes.forEach((note, i) => {
    if (free <= 0) return;
    // What is wrong and what helps are both to be read; how it stands only if there is room besides.
    const reserved = notes.slice(i + 1).filter(({ style }) => style.startsWith("bold")).length;
    const most = Math.max(1, Math.min(4, free - reserved));
    const used = broken(note.text, room, typeOf(note.style, size), most).length;
    marks.push(...paragraph({ ...note, x: box.left, top, size, room, most }));
    top += used * step;
    free -= used;
  });
  return marks;
}
