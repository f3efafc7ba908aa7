import { table } from "../../../src/tools/table.ts";
import { median, percentile } from "./statistics.ts";
import type { Paint } from "./traced-paints.ts";

export const ms = (value: number) => `${value.toFixed(1)} ms`;
export const percent = (share: number) => `${(share * 100).toFixed(share < 0.01 ? 3 : 1)} %`;
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

/** A figure against its budget. */
export function verdict(
  name: string,
  value: number,
  most: number,
  print: (value: number) => string,
): string[] {
  return [name, print(value), print(most), value <= most ? "yes" : "NO"];
}

/** Paints, each row with its median as a multiple of the plain page's, the first row. */
export function paintTable(rows: readonly (readonly [string, readonly Paint[]])[]): string {
  const times = (paints: readonly Paint[]) => paints.map(({ time }) => time);
  const plain = median(times(rows[0]?.[1] ?? []));
  return table(
    [
      "key to paint",
      "median",
      "95th percentile",
      "× plain page",
      "of it work, median",
      "work, 95th percentile",
    ],
    rows.map(([name, paints]) => {
      const work = paints.map((paint) => paint.work);
      return [
        name,
        ms(median(times(paints))),
        ms(percentile(times(paints), 0.95)),
        (median(times(paints)) / plain).toFixed(2),
        ms(median(work)),
        ms(percentile(work, 0.95)),
      ];
    }),
  );
}

export function frameTable(rows: readonly (readonly [string, readonly number[]])[]): string {
  return table(
    ["playing", "frames", "median", "95th percentile", "longest", "over 25 ms"],
    rows.map(([name, intervals]) => [
      name,
      String(intervals.length),
      ms(median(intervals)),
      ms(percentile(intervals, 0.95)),
      ms(Math.max(...intervals)),
      percent(late(intervals)),
    ]),
  );
}

/** The share of frames that missed a paint at 60 Hz: half an interval late. */
export function late(intervals: readonly number[]): number {
  return intervals.filter((interval) => interval > 25).length / intervals.length;
}

export function heapTable(
  counts: readonly number[],
  whole: readonly number[],
  own: readonly number[],
): string {
  return table(
    ["moves", "heap", "without compiled code"],
    counts.map((count, index) => [
      count.toLocaleString("en"),
      megabytes(whole[index] ?? 0),
      megabytes(own[index] ?? 0),
    ]),
  );
}
