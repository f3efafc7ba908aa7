import type { FailureState } from "../../engine/systems/failures/failure-state.ts";
import type { Mark } from "../../stage/mark.ts";
import { textWidth } from "../../stage/text-width.ts";
import { type Plot, ruleMark } from "../parts/chart.ts";
import { LEAST_TEXT, line } from "../parts/words.ts";

/** The time during which the fault was there, as a tint behind the line; the remedy as a rule from when it was on. */
export function spells(
  { moments, time }: FailureState,
  id: string,
  x: (time: number) => number,
  box: Plot,
): Mark[] {
  const spans = [
    ...spansOf(moments, "fault", "fault-over", time).map((span) => ({ ...span, style: "spell fault" })),
    ...spansOf(moments, "remedy", "remedy-off", time).map((span) => ({ ...span, style: "spell remedy" })),
  ];
  return spans.map(({ number, from, until, style }) => {
    const isFault = style === "spell fault";
    const h = isFault ? box.bottom - box.top : 4;
    return {
      key: `${id}:spell:${number}`,
      kind: "rect",
      n: { x: x(from), y: isFault ? box.top : box.bottom - h, w: Math.max(1, x(until) - x(from)), h },
      style,
    };
  });
}

function spansOf(moments: FailureState["moments"], begin: string, end: string, now: number) {
  const spans: { number: number; from: number; until: number }[] = [];
  for (const { number, time, kind } of moments) {
    const last = spans.at(-1);
    if (kind === begin) spans.push({ number, from: time, until: now });
    else if (kind === end && last !== undefined) last.until = time;
  }
  return spans;
}

const WORDS = {
  fault: "fault",
  "fault-over": "fault over",
  remedy: "remedy",
  "remedy-off": "remedy off",
} as const;

/** The time axis: first the moments, then as many ticks as there is room for. */
export function axis(
  { moments }: FailureState,
  id: string,
  x: (time: number) => number,
  span: number,
  box: Plot,
  small: number,
): Mark[] {
  const size = Math.max(LEAST_TEXT, small * 0.92);
  const taken: { from: number; until: number }[] = [];
  const labels = [
    ...moments.map(({ number, time, kind }) => ({
      key: `${id}:moment:${number}`,
      text: WORDS[kind],
      at: x(time),
      style: kind.startsWith("fault") ? "bold bad" : "bold good",
      isMoment: true,
    })),
    ...[0, 0.5, 1].map((share) => ({
      key: `${id}:time:${share}`,
      text: `${(span * share) / 1_000} s`,
      at: x(span * share),
      style: "muted",
      isMoment: false,
    })),
  ];
  return labels.flatMap(({ key, text, at, style, isMoment }) => {
    const width = textWidth(text, { size, bold: isMoment });
    const from = Math.min(box.right - width, Math.max(box.left, isMoment ? at : at - width / 2));
    const isFree = taken.every(
      (other) => from > other.until + size * 0.6 || from + width < other.from - size * 0.6,
    );
    if (isFree) taken.push({ from, until: from + width });
    return [
      ...(isMoment
        ? [ruleMark(key, { x: at, y: box.top }, { x: at, y: box.bottom + 4 }, `moment ${style}`)]
        : []),
      ...(isFree
        ? line({
            key: `${key}:text`,
            text,
            x: from,
            y: box.bottom + size * 1.05,
            size,
            room: width + 1,
            style,
          })
        : []),
    ];
  });
}
