import type { BackpressureComparisonState } from "../../engine/systems/backpressure/backpressure-comparison-state.ts";
import type { Mark } from "../../stage/mark.ts";
import { textWidth } from "../../stage/text-width.ts";
import { lineMark, type Plot, ruleMark } from "../parts/chart.ts";
import { linearScale, logScale } from "../parts/scale.ts";
import { line } from "../parts/words.ts";
import { apart, curveOf } from "./curve.ts";
import type { Measures } from "./measures.ts";
import { duration, NAMES } from "./names.ts";
import { SHOWN } from "./order.ts";

const TITLE = "p99 from arrival to done, of all jobs done so far; each rule is ten times the one below";

/** Five lines of p99 over the time of the run, each with its name at its end. The scale is logarithmic: each rule is ten times the one below. */
export function chart({ lanes, time }: BackpressureComparisonState, measures: Measures): Mark[] {
  const { chart: box, small, type, pad } = measures;
  if (box === null) return [];
  const curves = SHOWN.map((name) => ({
    name,
    samples: curveOf(lanes[name].charts.p99, time, lanes[name].p99).map(({ time, value }) => ({
      time,
      value: Math.max(1, value),
    })),
  }));
  const values = curves.flatMap(({ samples }) => samples.map(({ value }) => value));
  const low = tenfold(Math.min(10, ...values), Math.floor);
  const high = Math.max(low * 100, tenfold(Math.max(100, ...values), Math.ceil));
  const y = logScale([low, high], [box.bottom, box.top]);
  const x = linearScale([0, Math.max(1, time)], [box.left, box.right]);
  const shown = curves.filter(({ samples }) => samples.length > 0);
  const ends = shown.map(({ samples }) => y(samples.at(-1)?.value ?? low));
  const places = apart(ends, small * 1.12, box.top, box.bottom);
  return [
    ...line({
      key: "chart:title",
      text:
        textWidth(TITLE, { size: small }) <= box.right - pad
          ? TITLE
          : "p99 of all jobs done, a rule for each tenfold",
      x: pad,
      y: box.top - type * 1.15,
      size: small,
      room: box.right - pad,
      style: "muted",
    }),
    ...rules(low, high, y, box, small),
    ...line({
      key: "chart:end",
      text: duration(time),
      x: box.right,
      y: box.bottom + small * 0.95,
      size: small,
      room: 60,
      style: "mono muted",
      anchor: "end",
    }),
    ...shown.flatMap(({ name, samples }, i) => [
      lineMark(
        `${name}:line`,
        samples.map((at) => ({ x: x(at.time), y: y(at.value) })),
        `strategy-${name}`,
        false,
      ),
      ruleMark(
        `${name}:lead`,
        { x: box.right + 2, y: ends[i] ?? 0 },
        { x: box.right + 8, y: places[i] ?? 0 },
        `graph strategy-${name}`,
      ),
      ...line({
        key: `${name}:label`,
        text: NAMES[name].name,
        x: box.right + 10,
        y: places[i] ?? 0,
        size: small,
        room: 200,
        style: "bold",
      }),
    ]),
  ];
}

function rules(low: number, high: number, y: (value: number) => number, box: Plot, size: number): Mark[] {
  const marks: Mark[] = [];
  for (let value = low; value <= high; value *= 10) {
    marks.push(
      ruleMark(`rule:${value}`, { x: box.left, y: y(value) }, { x: box.right, y: y(value) }, "grid"),
      ...line({
        key: `rule:${value}:text`,
        text: value < 1_000 ? `${value} ms` : `${value / 1_000} s`,
        x: box.left - 6,
        y: y(value),
        size,
        room: box.left - 8,
        style: "muted",
        anchor: "end",
      }),
    );
  }
  return marks;
}

/** The power of ten below or above a value, 1 or more. */
function tenfold(value: number, round: (exponent: number) => number): number {
  return 10 ** Math.max(0, round(Math.log10(value)));
}
