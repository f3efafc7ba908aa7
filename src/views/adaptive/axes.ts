import { grouped } from "../../engine/systems/grouped.ts";
import type { Mark } from "../../stage/mark.ts";
import { textWidth } from "../../stage/text-width.ts";
import { type Plot, ruleMark } from "../parts/chart.ts";
import { linearScale, type Scale } from "../parts/scale.ts";
import { line } from "../parts/words.ts";
import { duration } from "../strategies/names.ts";

/** About so many ticks upwards: no more than have room, and no more than one wants to read. */
const upTo = (room: number, small: number): number => Math.max(2, Math.min(5, room / (small * 3)));

/** A scale upwards from 0 that ends at a tick. */
export function upwards(most: number, { bottom, top }: Plot, small: number): Scale {
  return linearScale([0, most], [bottom, top], upTo(bottom - top, small));
}

/** The ticks of a scale upwards, so far apart that their texts can be read. */
export function ticksOf(scale: Scale, small: number): readonly number[] {
  const room = scale.range[0] - scale.range[1];
  const spaced = (count: number): readonly number[] => {
    const ticks = scale.ticks(count);
    const apart = scale(ticks[0] ?? 0) - scale(ticks[1] ?? 0);
    return ticks.length > 2 && apart < small * 1.5 ? spaced(count / 2) : ticks;
  };
  return spaced(upTo(room, small));
}

/** A latency as it stands at a tick: 0 needs no unit. */
export function latencyText(ms: number): string {
  return ms === 0 ? "0" : duration(ms);
}

/** Both value axes, each in the colour of its line: p99 on the left, with the grid, and the jobs held on the right. */
export function valueAxes(p99: Scale, jobs: Scale, { left, right }: Plot, small: number): Mark[] {
  const label = (key: string, text: string, y: number, atLeft: boolean): Mark[] =>
    line({
      key,
      text,
      x: atLeft ? left - 6 : right + 6,
      y,
      size: small,
      room: textWidth(text, { size: small, mono: true }) + 1,
      style: atLeft ? "mono" : "mono read",
      anchor: atLeft ? "end" : "start",
    });
  return [
    ...ticksOf(p99, small).flatMap((tick) => [
      ruleMark(`p99:tick:${tick}`, { x: left, y: p99(tick) }, { x: right, y: p99(tick) }, "grid"),
      ...label(`p99:tick:${tick}:text`, latencyText(tick), p99(tick), true),
    ]),
    ...ticksOf(jobs, small)
      .filter(Number.isInteger)
      .flatMap((tick) => [
        ruleMark(`jobs:tick:${tick}`, { x: right, y: jobs(tick) }, { x: right + 4, y: jobs(tick) }, "grid"),
        ...label(`jobs:tick:${tick}:text`, grouped(tick), jobs(tick), false),
      ]),
  ];
}

/** The time axis: round times, and the present at its end. */
export function timeAxis(x: Scale, time: number, { left, right, bottom }: Plot, small: number): Mark[] {
  const y = bottom + small * 1.15;
  const width = textWidth("999 ms", { size: small, mono: true });
  const text = (key: string, text: string, at: number, anchor: "middle" | "end"): Mark[] =>
    line({ key, text, x: at, y, size: small, room: width + 1, style: "mono muted", anchor });
  const ticks = x
    .ticks(Math.max(1, (right - left) / (width * 2)))
    .filter((tick) => tick > 0 && Number.isInteger(tick) && x(tick) < right - width * 1.7);
  return [
    ...ticks.flatMap((tick) => [
      ruleMark(`time:${tick}`, { x: x(tick), y: bottom }, { x: x(tick), y: bottom + 4 }, "grid"),
      ...text(`time:${tick}:text`, latencyText(tick), x(tick), "middle"),
    ]),
    ...text("end", duration(time), right, "end"),
  ];
}
