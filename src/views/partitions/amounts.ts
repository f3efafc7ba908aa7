import { grouped } from "../../engine/systems/grouped.ts";

const SPANS = [
  ["h", 3_600_000],
  ["min", 60_000],
  ["s", 1_000],
] as const;
const VOLUMES = [
  ["GB", 1e9],
  ["MB", 1e6],
  ["kB", 1e3],
] as const;

/** A length of time, in the largest unit of which it has at least two: `168 h`, `90 s`. */
export function span(ms: number): string {
  return amount(ms, SPANS, "ms");
}

/** A number of bytes: `10 GB`, `400 B`. */
export function volume(bytes: number): string {
  return amount(bytes, VOLUMES, "B", 1);
}

function amount(
  value: number,
  units: readonly (readonly [string, number])[],
  least: string,
  from = 2,
): string {
  const [unit, one] = units.find(([, size]) => value >= size * from) ?? [least, 1];
  return `${grouped(Math.round((value / one) * 10) / 10)} ${unit}`;
}
