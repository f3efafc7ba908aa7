import type { Mark } from "../../stage/mark.ts";
import { textWidth } from "../../stage/text-width.ts";
import { ruleMark } from "../parts/chart.ts";
import { line } from "../parts/words.ts";
import { duration } from "../strategies/names.ts";
import type { Measures } from "./measures.ts";

/** Which line is which, each with a piece of it as it is drawn; what is read on the right stands on the right. */
export function legend(latencyLimit: number, { small, pad, width, chart }: Measures): Mark[] {
  if (chart === null) return [];
  const y = chart.top - small * 0.9;
  const piece = small * 1.6;
  const widthOf = (text: string) => piece + small * 0.4 + textWidth(text, { size: small });
  const entry = (key: string, style: string, text: string, x: number): Mark[] => [
    ruleMark(`${key}:key`, { x, y }, { x: x + piece, y }, style),
    ...line({
      key: `${key}:title`,
      text,
      x: x + piece + small * 0.4,
      y,
      size: small,
      room: textWidth(text, { size: small }) + 1,
    }),
  ];
  const [p99, limit, jobs] = ["p99 of the window", `limit ${duration(latencyLimit)}`, "jobs held"];
  const jobsAt = width - pad - widthOf(jobs);
  const limitAt = pad + widthOf(p99) + small * 1.2;
  return [
    ...entry("p99", "graph latency", p99, pad),
    // It stands with the gauges as well.
    ...(limitAt + widthOf(limit) + small < jobsAt ? entry("p99:level", "level", limit, limitAt) : []),
    ...entry("jobs", "graph held", jobs, jobsAt),
  ];
}
