import type { AdaptiveBufferState } from "../../engine/systems/backpressure/adaptive-buffer-state.ts";
import type { Mark } from "../../stage/mark.ts";
import { textWidth } from "../../stage/text-width.ts";
import { ruleMark } from "../parts/chart.ts";
import { line } from "../parts/words.ts";
import { duration } from "../strategies/names.ts";
import type { Measures } from "./measures.ts";
import { MODE_WORDS } from "./modes.ts";

interface Gauge {
  readonly key: "p99" | "ratio" | "fullness";
  readonly asks: "dropOldest" | "sample" | "grow";
  readonly says: string;
  readonly short: string;
  readonly rule: string;
  /** The measure and its limit, as shares of the gauge. */
  readonly share: number;
  readonly at: number;
  readonly beyond: boolean;
}

/** The limit stands at this share of a gauge. */
const LIMIT_AT = 0.6;

/** The three rules in their order: what was measured, and where the limit is. */
function rules(state: AdaptiveBufferState): readonly Gauge[] {
  const { measured, limits } = state;
  const { p99, arrivals, departures, fullness } = measured;
  const ratio = departures > 0 ? arrivals / departures : arrivals > 0 ? Number.POSITIVE_INFINITY : 0;
  const gauge = (
    key: Gauge["key"],
    asks: Gauge["asks"],
    value: number,
    usual: number,
    says: string,
    short: string,
    rule: string,
  ): Gauge => ({
    key,
    asks,
    says,
    short,
    rule,
    share: Math.min(1, (value / usual) * LIMIT_AT),
    at: Math.min(1, (limits[key] / usual) * LIMIT_AT),
    beyond: value > limits[key],
  });
  const rates = `${Math.round(arrivals)} in, ${Math.round(departures)} out a second`;
  return [
    gauge(
      "p99",
      "dropOldest",
      p99 ?? 0,
      state.latencyLimit,
      `p99 ${duration(p99)}`,
      `p99 ${duration(p99)}`,
      `above ${duration(limits.p99)}: ${MODE_WORDS.dropOldest.name}`,
    ),
    gauge(
      "ratio",
      "sample",
      ratio,
      2,
      rates,
      `${Math.round(arrivals)} in, ${Math.round(departures)} out`,
      `above ${limits.ratio.toFixed(1)} ×: ${MODE_WORDS.sample.name}`,
    ),
    gauge(
      "fullness",
      "grow",
      fullness,
      0.9,
      `${Math.round(fullness * 100)} % full`,
      `${Math.round(fullness * 100)} % full`,
      measured.canGrow
        ? `above ${Math.round(limits.fullness * 100)} %: ${MODE_WORDS.grow.name}`
        : "no growing: at its bound",
    ),
  ];
}

/** The measures against their limits, the first rule first. */
export function gauges(state: AdaptiveBufferState, measures: Measures): Mark[] {
  const {
    pad,
    width,
    small,
    gauges: { top, row },
  } = measures;
  const across = width - 2 * pad;
  return rules(state).flatMap((gauge, i) => {
    if (row !== null) return inRow(gauge, top + (i + 0.5) * row, measures);
    const wide = (across - 2 * small * 1.6) / 3;
    return standing(gauge, pad + i * (wide + small * 1.6), top, wide, small);
  });
}

/** One of three beside each other: the measure above its bar, the rule below it. */
function standing(gauge: Gauge, x: number, top: number, wide: number, size: number): Mark[] {
  const y = top + size * 1.4;
  return [
    ...line({
      key: `${gauge.key}:says`,
      text: gauge.says,
      x,
      y: top + size * 0.5,
      size,
      room: wide,
      style: gauge.beyond ? "bold bad" : "bold",
    }),
    ...bar(gauge, x, y, wide, size * 0.55),
    ...line({
      key: `${gauge.key}:rule`,
      text: gauge.rule,
      x,
      y: top + size * 2.65,
      size,
      room: wide,
      style: "muted",
    }),
  ];
}

/** One of three below each other: all of it in one line. */
function inRow(gauge: Gauge, y: number, { pad, width, small }: Measures): Mark[] {
  const says = textWidth("999 in, 999 out", { size: small, bold: true });
  const rule = textWidth("above 1.0 s: drop oldest", { size: small });
  const left = pad + says + 8;
  const right = width - pad - rule - 8;
  return [
    ...line({
      key: `${gauge.key}:says`,
      text: gauge.short,
      x: pad,
      y,
      size: small,
      room: says,
      style: gauge.beyond ? "bold bad" : "bold",
    }),
    ...(right - left < 24 ? [] : bar(gauge, left, y - small * 0.28, right - left, small * 0.55)),
    ...line({
      key: `${gauge.key}:rule`,
      text: gauge.rule,
      x: width - pad,
      y,
      size: small,
      room: rule,
      style: "muted",
      anchor: "end",
    }),
  ];
}

function bar(gauge: Gauge, x: number, y: number, w: number, h: number): Mark[] {
  const at = x + w * gauge.at;
  return [
    { key: `${gauge.key}:bed`, kind: "rect", n: { x, y, w, h, corner: h / 2 }, style: "bed" },
    {
      key: `${gauge.key}:bar`,
      kind: "rect",
      n: { x, y, w: Math.max(0.01, w * gauge.share), h, corner: h / 2 },
      style: `swatch strategy-${gauge.asks}`,
    },
    ruleMark(`${gauge.key}:limit`, { x: at, y: y - 3 }, { x: at, y: y + h + 3 }, "threshold"),
  ];
}
