import { roundEnds, roundValues } from "./round-values.ts";

/** From values to px. */
export interface Scale {
  (value: number): number;
  readonly domain: readonly [number, number];
  readonly range: readonly [number, number];
  /** About so many round values of the domain. */
  ticks(count: number): readonly number[];
}

/**
 * A linear scale. d3-scale's own brings parsers of colours and number formats with it: 9 kB that no picture needs.
 *
 * @param rounded widen the domain to round values, about so many of which will be ticks
 */
export function linearScale(
  domain: readonly [number, number],
  range: readonly [number, number],
  rounded?: number,
): Scale {
  const [low, high] = rounded === undefined ? domain : roundEnds(domain[0], domain[1], rounded);
  const slope = (range[1] - range[0]) / (high - low || 1);
  const place = (value: number) => range[0] + (value - low) * slope;
  return Object.assign(place, {
    domain: [low, high] as const,
    range,
    ticks: (count: number) => roundValues(low, high, count),
  });
}

/** A scale on which each tenfold takes the same room. @param domain both above 0 */
export function logScale(
  domain: readonly [number, number],
  range: readonly [number, number],
): (value: number) => number {
  const linear = linearScale([Math.log(domain[0]), Math.log(domain[1])], range);
  return (value) => linear(Math.log(value));
}
